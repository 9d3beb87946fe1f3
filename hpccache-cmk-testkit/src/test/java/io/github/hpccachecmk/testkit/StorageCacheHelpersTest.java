package io.github.hpccachecmk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations of Microsoft.StorageCache besides those of single resources, and its lists in pages. */
class StorageCacheHelpersTest {
    private final FakeAzure azure = FakeAzure.create();
    private final StorageCacheCalls calls = new StorageCacheCalls(azure);
    private final String provider = "/subscriptions/" + azure.subscription() + "/providers/Microsoft.StorageCache";

    private WireResponse check(String subnet, int capacity) {
        return calls.send(
                "POST",
                provider + "/checkAmlFSSubnets",
                Doc.of(
                        "filesystemSubnet",
                        subnet,
                        "storageCapacityTiB",
                        capacity,
                        "location",
                        "eastus",
                        "sku",
                        Doc.of("name", "AMLFS-Durable-Premium-125")));
    }

    @Test
    void goodSubnet_isAnsweredWith200AndNoBodyAndCountsAsRead() {
        WireResponse answer = check(azure.subnet(), 16);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isNull();
        assertThat(answer.header("x-ms-ratelimit-remaining-subscription-reads")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"10.3.1.0/28, 16, 400", "10.3.1.0/27, 16, 200", "10.3.1.0/27, 32, 400", "10.3.1.0/24, 128, 200"})
    void subnet_mustHaveRoomForTheCapacity(String prefix, int capacity, int status) {
        WireResponse answer = check(azure.subnet("lustre", prefix), capacity);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.document().text("filesystemSubnet.status").isPresent())
                .isEqualTo(status == 400);
    }

    @Test
    void missingSubnet_isInvalidByName() {
        WireResponse answer = check(azure.subnet() + "x", 16);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.document().text("filesystemSubnet.status")).contains("Invalid");
        assertThat(answer.document().text("filesystemSubnet.message").orElseThrow())
                .contains(azure.subnet() + "x");
    }

    @Test
    void requiredSizeOfSixteenTiB_is24AsInTheSpecificationsExample() {
        WireResponse answer = calls.send(
                "POST",
                provider + "/getRequiredAmlFSSubnetsSize",
                Doc.of("storageCapacityTiB", 16, "sku", Doc.of("name", "AMLFS-Durable-Premium-125")));

        assertThat(answer.document()).isEqualTo(Doc.of("filesystemSubnetSize", 24));
    }

    @Test
    void requiredSizeOfUnknownSku_isRefused() {
        WireResponse answer = calls.send(
                "POST",
                provider + "/getRequiredAmlFSSubnetsSize",
                Doc.of("storageCapacityTiB", 16, "sku", Doc.of("name", "Standard_2G")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.document().text("error.target")).contains("sku");
    }

    @Test
    void usageModels_areReadOnlyAndReadWriteForNfs() {
        WireResponse answer = calls.get(provider + "/usageModels");

        assertThat(answer.document().objects("value"))
                .extracting(model -> model.text("modelName").orElse(""))
                .containsExactly("READ_ONLY", "READ_WRITE");
        assertThat(answer.document().objects("value"))
                .extracting(model -> model.text("targetType").orElse(""))
                .containsOnly("Nfs");
        assertThat(answer.header("x-ms-ratelimit-remaining-resource")).contains("Microsoft.Compute/ListUsages1Min;119");
    }

    @Test
    void lists_arePagedByTopAndNextLinkUntilAllWereSeen() {
        for (String name : List.of("one", "two", "three")) {
            calls.send("PUT", calls.cache(name), calls.plainCache());
        }
        List<String> seen = new ArrayList<>();
        WireRequest first = WireRequest.arm("GET", provider + "/caches", "2026-01-01", null, FakeAzure.OWNER)
                .withQuery("$top", "2");
        WireResponse page = azure.answer(first);
        page.document()
                .objects("value")
                .forEach(item -> seen.add(item.text("name").orElse("")));
        WireResponse last = calls.follow(page.document().text("nextLink").orElseThrow());
        last.document()
                .objects("value")
                .forEach(item -> seen.add(item.text("name").orElse("")));

        assertThat(seen).containsExactlyInAnyOrder("one", "two", "three");
        assertThat(last.document().has("nextLink")).isFalse();
    }

    @Test
    void upgradeWithoutWaitingFirmware_answers204() {
        calls.send("PUT", calls.cache("one"), calls.plainCache());

        assertThat(calls.post(calls.cache("one") + "/upgrade").status()).isEqualTo(204);
        assertThat(calls.post(calls.cache("two") + "/upgrade").status()).isEqualTo(404);
    }

    @Test
    void archiveWithContainer_answers200WithoutOperation() {
        Doc settings = Doc.of("container", "/c", "loggingContainer", "/l");
        calls.send(
                "PUT",
                calls.fileSystem("fs1"),
                calls.plainFileSystem().withAt("properties.hsm", Doc.of("settings", settings)));
        for (String action : List.of("archive", "cancelArchive")) {
            WireResponse answer = calls.post(calls.fileSystem("fs1") + "/" + action);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isNull();
            assertThat(answer.header("Azure-AsyncOperation")).isEmpty();
        }
    }

    @Test
    void archiveWithoutContainer_conflicts() {
        calls.send("PUT", calls.fileSystem("fs1"), calls.plainFileSystem());

        assertThat(calls.post(calls.fileSystem("fs1") + "/archive").status()).isEqualTo(409);
    }

    @Test
    void createInASubnetOfTooFewAddresses_isRefused() {
        String small = azure.subnet("small", "10.3.9.0/27");
        WireResponse answer =
                calls.send("PUT", calls.cache("one"), calls.plainCache().withAt("properties.subnet", small));

        assertThat(answer.errorCode()).contains("InvalidParameter");
        assertThat(answer.document().text("error.target")).contains("subnet");
    }

    @Test
    void keyOfAnotherVaultThanTheSource_isRefusedWhenAskedFor() {
        azure.behaviour(Behaviour.SOURCE_VAULT_MAY_DIFFER, false);
        VaultScript vault = azure.vault("contoso-cmk").withRsaKey("disk-key", 2048);
        Doc body = calls.encryptedCache(vault, "disk-key")
                .withAt(
                        "properties.encryptionSettings.keyEncryptionKey.sourceVault.id",
                        azure.vault("other-cmk").id());

        WireResponse answer = calls.send("PUT", calls.cache("one"), body);

        assertThat(answer.errorCode()).contains("InvalidParameter");
        assertThat(answer.document().text("error.message").orElseThrow()).contains("other-cmk");
    }
}
