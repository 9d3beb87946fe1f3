package io.github.hpccachecmk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Timing;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What recorded traffic of Azure/azure-sdk-for-net and azure-powershell shows of creating and reading caches. */
class CacheCreateRecordedTest {
    private final FakeAzure azure = FakeAzure.create();
    private final StorageCacheCalls calls = new StorageCacheCalls(azure, "2023-05-01");
    private final String cache = calls.cache("render-cache");

    @Test
    void create_answers201WithOperationAndWithoutLocation() {
        WireResponse answer = calls.send("PUT", cache, calls.plainCache());

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEmpty();
        assertThat(answer.header("Retry-After")).isEmpty();
        assertThat(answer.header("ETag")).isEmpty();
        assertThat(answer.header("Azure-AsyncOperation").orElseThrow())
                .startsWith("https://management.azure.com/subscriptions/" + azure.subscription()
                        + "/providers/Microsoft.StorageCache/locations/eastus/ascOperations/"
                        + answer.header("x-ms-request-id").orElseThrow() + "?api-version=2023-05-01&t=");
        assertThat(answer.header("x-ms-correlation-request-id")).isNotEqualTo(answer.header("x-ms-request-id"));
    }

    @Test
    void createWithUserAssignedIdentityAndKey_answersAllDefaultsAtOnce() {
        VaultScript vault = azure.vault("contoso-cmk").withRsaKey("cache-key", 2048);
        IdentityScript identity = azure.identity("render-id");

        Doc body = calls.send("PUT", cache, calls.encryptedCache(vault, "cache-key", identity))
                .document();

        assertThat(body.text("properties.provisioningState")).contains("Creating");
        assertThat(body.object("properties.health"))
                .isEqualTo(Map.of("state", "Transitioning", "statusDescription", "The cache is being allocated."));
        assertThat(body.object("identity"))
                .isEqualTo(Map.of("type", "UserAssigned", "userAssignedIdentities", Map.of(identity.id(), Map.of())));
        assertThat(body.object("properties.networkSettings"))
                .isEqualTo(Map.of("mtu", 1500, "ntpServer", "time.windows.com"));
        assertThat(body.object("properties.upgradeSettings"))
                .isEqualTo(Map.of("upgradeScheduleEnabled", false, "scheduledTime", "0001-01-01T00:00:00Z"));
        assertThat(body.object("properties.encryptionSettings"))
                .isEqualTo(Map.of(
                        "keyEncryptionKey",
                        Map.of("keyUrl", vault.keyUrl("cache-key"), "sourceVault", Map.of("id", vault.id())),
                        "rotationToLatestKeyVersionEnabled",
                        false));
        assertThat(body.text("systemData.createdAt")).isEqualTo(body.text("systemData.lastModifiedAt"));
        assertThat(body.text("type")).contains("Microsoft.StorageCache/caches");
    }

    @Test
    void createWithSystemAssignedIdentity_hasStablePrincipalFromTheFirstAnswerOn() {
        StorageCacheCalls old = new StorageCacheCalls(azure, "2020-03-01");
        azure.timing(Timing.asRecordedInApril2020());

        Doc first = old.send("PUT", cache, calls.plainCache().withAt("properties.encryptionSettings", Doc.empty()))
                .document();
        calls.pass("16:30");
        Doc last = old.get(cache).document();

        assertThat(first.text("identity.principalId")).isPresent().isEqualTo(last.text("identity.principalId"));
        assertThat(first.text("identity.tenantId")).contains(azure.tenant());
        assertThat(first.has("properties.encryptionSettings")).isFalse();
        assertThat(first.has("systemData")).isFalse();
        assertThat(first.has("properties.mountAddresses")).isFalse();
        assertThat(first.has("properties.health.statusDescription")).isFalse();
    }

    @Test
    void cacheOf2019_isDegradedForMinutesBeforeItIsHealthy() {
        StorageCacheCalls old = new StorageCacheCalls(azure, "2019-11-01");
        old.send("PUT", cache, calls.plainCache().without("identity"));

        calls.pass("2:01");
        assertThat(old.get(cache).document().text("properties.provisioningState"))
                .contains("Creating");
        calls.pass("12:02");
        assertThat(old.shown(cache)).isEqualTo("Succeeded/Degraded/The health of the cache is degraded");
        assertThat(old.get(cache).document().list("properties.mountAddresses")).hasSize(3);
        calls.pass("4:01");
        assertThat(old.shown(cache)).startsWith("Succeeded/Degraded/");
        calls.pass("2:01");
        assertThat(old.shown(cache)).isEqualTo("Succeeded/Healthy/The cache is in Running state");
    }

    @Test
    void cacheOf2020_isDeployedAndStartsUpForMinutes() {
        azure.timing(Timing.asRecordedInApril2020());
        StorageCacheCalls old = new StorageCacheCalls(azure, "2020-03-01");
        old.send("PUT", cache, calls.plainCache());

        String deploying = "Creating/Transitioning/Deploying Cache resources";
        String starting = "Creating/Transitioning/Cache deployment completed. Cache Starting up.";
        calls.pass("2:01");
        assertThat(old.shown(cache)).isEqualTo(deploying);
        calls.pass("2:23");
        assertThat(old.shown(cache)).isEqualTo(deploying);
        calls.pass("2:01");
        assertThat(old.shown(cache)).isEqualTo(deploying);
        calls.pass("2:02");
        assertThat(old.shown(cache)).isEqualTo(starting);
        calls.pass("4:01");
        assertThat(old.shown(cache)).isEqualTo(starting);
        calls.pass("2:01");
        assertThat(old.shown(cache)).isEqualTo(starting);
        calls.pass("2:01");
        assertThat(old.shown(cache)).isEqualTo("Succeeded/Healthy/The cache is in Running state");
        assertThat(old.get(cache).document().has("properties.networkSettings.utilityAddresses"))
                .isTrue();
    }

    @Test
    void cacheOf2023WithAccessGrantedBefore_isHealthyWhenTheOperationEnds() {
        azure.timing(Timing.asRecordedInJuly2023());
        VaultScript vault = azure.vault("contoso-cmk").purgeProtection(true).withRsaKey("cache-key", 2048);
        IdentityScript identity = azure.identity("render-id");
        calls.grant(vault, identity.principalId());
        String url = calls.send("PUT", cache, calls.encryptedCache(vault, "cache-key", identity))
                .header("Azure-AsyncOperation")
                .orElseThrow();

        calls.pass("9:46");
        Doc running = calls.follow(url).document();
        assertThat(running.keySet()).containsExactly("startTime", "status", "name");
        assertThat(running.text("status")).contains("InProgress");
        calls.pass("0:01");
        Doc done = calls.follow(url).document();

        assertThat(done.keySet()).containsExactly("startTime", "endTime", "status", "name");
        assertThat(done.text("status")).contains("Succeeded");
        assertThat(done.text("startTime").orElseThrow())
                .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}\\+00:00");
        assertThat(calls.follow(url).document()).isEqualTo(done);
        assertThat(calls.shown(cache)).isEqualTo("Succeeded/Healthy/The cache is in Running state");
        assertThat(calls.get(cache).document().at("properties.health.conditions"))
                .contains(List.of());
    }

    @Test
    void operationUrl_isSignedAndLong() {
        String url = calls.send("PUT", cache, calls.plainCache())
                .header("Azure-AsyncOperation")
                .orElseThrow();

        assertThat(url).matches(".*\\?api-version=2023-05-01&t=\\d{18}&c=[-_0-9a-zA-Z]+&s=[-_0-9a-zA-Z]+&h=.{43}");
        assertThat(url.length()).isBetween(3000, 3600);
        assertThat(calls.follow(url.substring(0, url.indexOf("&t="))).status()).isEqualTo(403);
    }

    @Test
    void freshCache_isVisibleWithinSeconds() {
        calls.send("PUT", cache, calls.plainCache());
        calls.pass("0:02");

        assertThat(calls.shown(cache)).isEqualTo("Creating/Transitioning/Deploying Cache resources");
    }

    @Test
    void pathInOtherCase_isAnsweredWithResourceGroupsAndTheCallersGroup() {
        calls.send("PUT", cache, calls.plainCache());
        String path = cache.replace("resourceGroups/render-rg", "resourcegroups/Render-RG");

        assertThat(calls.get(path).document().text("id").orElseThrow())
                .contains("/resourceGroups/Render-RG/providers/Microsoft.StorageCache/caches/render-cache");
    }

    @Test
    void lists_haveTheGroupInCapitalsAndNoNextLink() {
        calls.send("PUT", cache, calls.plainCache());
        String subscription = "/subscriptions/" + azure.subscription();

        for (String path : List.of(
                azure.groupId("render-rg") + "/providers/Microsoft.StorageCache/caches",
                subscription + "/providers/Microsoft.StorageCache/caches")) {
            Doc list = calls.get(path).document();
            assertThat(list.keySet()).containsExactly("value");
            assertThat(list.objects("value").get(0).text("id").orElseThrow())
                    .contains("/resourceGroups/" + "render-rg".toUpperCase(Locale.ROOT) + "/");
        }
        assertThat(calls.get(cache).document().text("id")).contains(cache);
    }

    @Test
    void sourceVaultOtherThanTheUrlsHost_isAcceptedAndEchoed() {
        VaultScript vault = azure.vault("contoso-cmk").withRsaKey("cache-key", 2048);
        VaultScript other = azure.vault("other-cmk");
        Doc body = calls.encryptedCache(vault, "cache-key")
                .withAt("properties.encryptionSettings.keyEncryptionKey.sourceVault.id", other.id());

        WireResponse answer = calls.send("PUT", cache, body);

        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.document().text("properties.encryptionSettings.keyEncryptionKey.sourceVault.id"))
                .contains(other.id());
    }

    @Test
    void directoryPassword_isNeverGivenBack() {
        Doc directory = Doc.of(
                "activeDirectory", Doc.of("domainName", "contoso.local", "credentials", Doc.of("password", "CANARY")));
        calls.send("PUT", cache, calls.plainCache().withAt("properties.directoryServicesSettings", directory));

        Doc shown = calls.get(cache).document();
        assertThat(shown.text("properties.directoryServicesSettings.activeDirectory.domainName"))
                .contains("contoso.local");
        assertThat(shown.toString()).doesNotContain("CANARY");
    }
}
