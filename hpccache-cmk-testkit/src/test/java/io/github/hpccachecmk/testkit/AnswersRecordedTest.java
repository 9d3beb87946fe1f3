package io.github.hpccachecmk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What recorded traffic shows of all answers of Microsoft.StorageCache alike: headers, ids, spelling, finished operations. */
class AnswersRecordedTest {
    private final FakeAzure azure = FakeAzure.create();
    private final StorageCacheCalls calls = new StorageCacheCalls(azure, "2023-05-01");
    private final String cache = calls.cache("render-cache");
    private final String fileSystem = calls.fileSystem("fs1");
    private final VaultScript vault =
            azure.vault("contoso-cmk").purgeProtection(true).withRsaKey("cache-key", 2048);
    private final IdentityScript identity = azure.identity("render-id");

    @BeforeEach
    void access() {
        calls.grant(vault, identity.principalId());
        calls.pass("1:00");
    }

    private static String inMixedCase(String id) {
        return id.replace("/providers/", "/Providers/")
                .replace("/virtualNetworks/", "/VirtualNetworks/")
                .replace("/vaults/", "/Vaults/")
                .replace("/userAssignedIdentities/", "/UserAssignedIdentities/");
    }

    @Test
    void noAnswer_hasARetryAfterOrAnETag() {
        WireResponse made = calls.send("PUT", cache, calls.encryptedCache(vault, "cache-key", identity));
        calls.pass("30:00");
        String operation = made.header("Azure-AsyncOperation").orElseThrow();

        assertThat(List.of(
                        made,
                        calls.get(cache),
                        calls.get(cache.substring(0, cache.lastIndexOf('/'))),
                        calls.follow(operation),
                        calls.send("PATCH", cache, Doc.of("tags", Doc.of("a", "b"))),
                        calls.post(cache + "/flush"),
                        calls.send("PUT", fileSystem, calls.plainFileSystem()),
                        calls.send("DELETE", cache, null)))
                .allSatisfy(answer -> {
                    assertThat(answer.isSuccess()).isTrue();
                    assertThat(answer.header("Retry-After")).isEmpty();
                    assertThat(answer.header("ETag")).isEmpty();
                });
    }

    @Test
    void operationsGuid_isTheRequestIdOfTheWritesAnswer() {
        calls.send("PUT", cache, calls.plainCache());
        calls.pass("20:00");

        WireResponse flushed = calls.post(cache + "/flush");

        String guid = flushed.header("x-ms-request-id").orElseThrow();
        assertThat(flushed.header("Azure-AsyncOperation").orElseThrow()).contains("/ascOperations/" + guid + "?");
        assertThat(flushed.header("x-ms-correlation-request-id")).isPresent().isNotEqualTo(guid);
        assertThat(calls.follow(flushed.header("Azure-AsyncOperation").orElseThrow())
                        .document()
                        .text("name"))
                .contains(guid);
    }

    @Test
    void finishedOperationPolledOnceMore_answersTheSameBody() {
        String operation = calls.send("PUT", fileSystem, calls.plainFileSystem())
                .header("Azure-AsyncOperation")
                .orElseThrow();
        calls.pass("20:00");
        WireResponse first = calls.follow(operation);

        calls.pass("1:00");
        WireResponse again = calls.follow(operation);

        assertThat(first.document().text("status")).contains("Succeeded");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.document()).isEqualTo(first.document());
    }

    @Test
    void locationOfAFinishedDelete_answers200WithoutBody() {
        calls.send("PUT", fileSystem, calls.plainFileSystem());
        calls.pass("20:00");
        String location =
                calls.send("DELETE", fileSystem, null).header("Location").orElseThrow();
        calls.pass("10:00");

        WireResponse done = calls.follow(location);

        assertThat(done.status()).isEqualTo(200);
        assertThat(done.body()).isNull();
    }

    @Test
    void idsAndUrls_areEchoedInTheCallersCase() {
        String key = vault.keyUrl("cache-key").replace("contoso-cmk", "Contoso-CMK");
        String source = inMixedCase(vault.id());
        String user = inMixedCase(identity.id());
        Doc made = calls.encryptedFileSystem(vault, "cache-key", identity);
        String subnet = inMixedCase(made.text("properties.filesystemSubnet").orElseThrow());
        calls.send(
                "PUT",
                fileSystem,
                made.withAt("properties.filesystemSubnet", subnet)
                        .withAt("properties.encryptionSettings.keyEncryptionKey.keyUrl", key)
                        .withAt("properties.encryptionSettings.keyEncryptionKey.sourceVault.id", source)
                        .with(
                                "identity",
                                Doc.of("type", "UserAssigned", "userAssignedIdentities", Doc.of(user, Doc.empty()))));

        Doc shown = calls.get(fileSystem).document();

        assertThat(shown.text("properties.filesystemSubnet")).contains(subnet);
        assertThat(shown.text("properties.encryptionSettings.keyEncryptionKey.keyUrl"))
                .contains(key);
        assertThat(shown.text("properties.encryptionSettings.keyEncryptionKey.sourceVault.id"))
                .contains(source);
        assertThat(shown.object("identity.userAssignedIdentities")).isEqualTo(Map.of(user, Map.of()));
    }

    @Test
    void lists_haveFullBodiesWithKeyIdentityAndSystemData() {
        calls.send("PUT", cache, calls.encryptedCache(vault, "cache-key", identity));
        calls.send("PUT", fileSystem, calls.encryptedFileSystem(vault, "cache-key", identity));
        String provider = "/subscriptions/" + azure.subscription() + "/providers/Microsoft.StorageCache/";

        for (String list : List.of(
                provider + "caches",
                provider + "amlFilesystems",
                cache.substring(0, cache.lastIndexOf('/')),
                fileSystem.substring(0, fileSystem.lastIndexOf('/')))) {
            assertThat(calls.get(list).document().objects("value"))
                    .singleElement()
                    .satisfies(item -> {
                        assertThat(item.text("properties.encryptionSettings.keyEncryptionKey.keyUrl"))
                                .contains(vault.keyUrl("cache-key"));
                        assertThat(item.object("identity.userAssignedIdentities"))
                                .isEqualTo(Map.of(identity.id(), Map.of()));
                        assertThat(item.text("systemData.createdAt")).isPresent();
                        assertThat(item.text("type").orElseThrow().toLowerCase(Locale.ROOT))
                                .isEqualTo("microsoft.storagecache/"
                                        + list.substring(list.lastIndexOf('/') + 1)
                                                .toLowerCase(Locale.ROOT));
                    });
        }
    }

    @Test
    void conditions_areShownInNewerVersionsOnly() {
        calls.send("PUT", cache, calls.plainCache());
        calls.pass("20:00");

        assertThat(calls.get(cache).document().at("properties.health.conditions"))
                .contains(List.of());
        assertThat(new StorageCacheCalls(azure, "2020-03-01")
                        .get(cache)
                        .document()
                        .has("properties.health.conditions"))
                .isFalse();
    }

    @Test
    void registrationOfARegisteredProvider_answers200AndNamesTheOperationsInLowerCase() {
        WireResponse registered = azure.answer(WireRequest.arm(
                "POST",
                "/subscriptions/" + azure.subscription() + "/providers/Microsoft.StorageCache/register",
                "2021-04-01",
                null,
                FakeAzure.OWNER));

        assertThat(registered.status()).isEqualTo(200);
        assertThat(registered.document().text("registrationState")).contains("Registered");
        assertThat(registered.document().objects("resourceTypes"))
                .extracting(type -> type.text("resourceType").orElse(""))
                .contains("locations/ascoperations");
    }
}
