package io.github.hpccachecmk.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import org.junit.jupiter.api.Test;

/** What is refused. The first five as seen in recorded traffic of Azure/azure-sdk-for-net storagecache tests. */
class StorageCacheRefusalsTest {
    private final FakeAzure azure = FakeAzure.create();
    private final StorageCacheCalls calls = new StorageCacheCalls(azure);
    private final String cache = calls.cache("render-cache");

    private static void assertRefused(WireResponse answer, int status, String code, String message) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorCode()).contains(code);
        assertThat(answer.document().text("error.message").orElseThrow()).contains(message);
    }

    @Test
    void getOfMissingCache_isAnsweredByTheGateway() {
        WireResponse answer = calls.get(cache);

        assertRefused(
                answer,
                404,
                "ResourceNotFound",
                "The Resource 'Microsoft.StorageCache/caches/render-cache' under resource group 'render-rg' was not"
                        + " found. For more details please go to https://aka.ms/ARMResourceNotFoundFix");
        assertThat(answer.header("x-ms-failure-cause")).contains("gateway");
        assertThat(answer.header("x-ms-request-id")).isEqualTo(answer.header("x-ms-correlation-request-id"));
    }

    @Test
    void unknownSku_isNamed() {
        WireResponse answer = calls.send("PUT", cache, calls.plainCache().withAt("sku.name", "Huge"));

        assertRefused(answer, 400, "InvalidParameter", "Specified an unknown Cache SKU 'Huge'.");
        assertThat(answer.document().text("error.target")).contains("sku");
    }

    @Test
    void badSize_isAnsweredWithTheLegalOnesAfterTwoBlanks() {
        WireResponse answer = calls.send("PUT", cache, calls.plainCache().withAt("properties.cacheSizeGB", 10));

        assertRefused(
                answer,
                400,
                "InvalidParameter",
                "The cache size 10 is invalid for sku Standard_2G.  Valid values are 3072, 6144, 12288.");
        assertThat(answer.document().text("error.target")).contains("cacheSizeGB");
        assertThat(answer.document().has("error.details")).isFalse();
    }

    @Test
    void unknownSubscription_isNotFound() {
        String other = "00000000-1111-4222-8333-444444444444";

        assertRefused(
                calls.get(cache.replace(azure.subscription(), other)),
                404,
                "SubscriptionNotFound",
                "The subscription '" + other + "' could not be found.");
    }

    @Test
    void missingGroup_isNotFound() {
        assertRefused(
                calls.get(cache.replace("render-rg", "nowhere")),
                404,
                "ResourceGroupNotFound",
                "Resource group 'nowhere' could not be found.");
    }

    @Test
    void retiredService_refusesCreatesOnly() {
        calls.send("PUT", cache, calls.plainCache());
        azure.hpcCacheRetired(true);

        assertRefused(
                calls.send("PUT", calls.cache("second"), calls.plainCache()),
                409,
                "OperationNotAllowed",
                "Unable to create HPC Cache due to product retirement");
        assertThat(calls.get(cache).status()).isEqualTo(200);
    }

    @Test
    void missingAndUnknownApiVersion_areRefused() {
        WireRequest bare = WireRequest.arm("GET", cache, "", null, FakeAzure.OWNER);

        assertRefused(azure.answer(bare), 400, "MissingApiVersionParameter", "api-version");
        assertRefused(new StorageCacheCalls(azure, "2018-01-01").get(cache), 400, "InvalidResourceType", "2018-01-01");
        assertRefused(
                new StorageCacheCalls(azure, "2022-05-01").get(calls.fileSystem("fs1")),
                400,
                "InvalidResourceType",
                "amlFilesystems");
    }

    @Test
    void unknownApiVersionOfAResourceInAKnownPlace_namesPlaceAndLegalVersions() {
        calls.send("PUT", cache, calls.plainCache());

        assertRefused(
                new StorageCacheCalls(azure, "2018-01-01").get(cache),
                400,
                "NoRegisteredProviderFound",
                "No registered resource provider found for location 'eastus' and API version '2018-01-01' for type"
                        + " 'caches'. The supported api-versions are '2019-11-01,");
    }

    @Test
    void apiVersionThatIsNoDate_isInvalid() {
        assertRefused(new StorageCacheCalls(azure, "newest").get(cache), 400, "InvalidApiVersionParameter", "'newest'");
    }

    @Test
    void callWithoutToken_isNotAuthenticated() {
        assertThat(azure.answer(WireRequest.arm("GET", cache, "2026-01-01", null, ""))
                        .status())
                .isEqualTo(401);
    }

    @Test
    void callerWithoutRight_learnsActionAndScope() {
        CallerScript reader = azure.principal("reader").may("Microsoft.StorageCache/caches/read");
        WireRequest put = WireRequest.arm("PUT", cache, "2026-01-01", calls.plainCache(), reader.name());

        WireResponse answer = azure.answer(put);

        assertRefused(
                answer,
                403,
                "AuthorizationFailed",
                "The client 'reader' with object id '" + reader.objectId()
                        + "' does not have authorization to perform action 'Microsoft.StorageCache/caches/write' over"
                        + " scope '" + cache + "'");
        reader.may("Microsoft.StorageCache/caches/write");
        assertRefused(
                azure.answer(put), 403, "LinkedAuthorizationFailed", "Microsoft.Network/virtualNetworks/subnets/join");
        reader.may("Microsoft.Network/virtualNetworks/subnets/join/action");
        assertThat(azure.answer(put).status()).isEqualTo(201);
    }

    @Test
    void lockedGroup_refusesWritesAndNamesTheScope() {
        azure.lock(azure.groupId("render-rg"), "ReadOnly");

        assertRefused(calls.send("PUT", cache, calls.plainCache()), 409, "ScopeLocked", azure.groupId("render-rg"));
        azure.unlock(azure.groupId("render-rg")).lock(azure.groupId("render-rg"), "CanNotDelete");
        assertThat(calls.send("PUT", cache, calls.plainCache()).status()).isEqualTo(201);
        assertRefused(calls.send("DELETE", cache, null), 409, "ScopeLocked", "cannot perform delete operation");
    }

    @Test
    void policy_deniesAndNamesItsAssignment() {
        azure.denyByPolicy("no-caches", "Microsoft.StorageCache/caches/write");

        assertRefused(calls.send("PUT", cache, calls.plainCache()), 403, "RequestDisallowedByPolicy", "\"no-caches\"");
    }

    @Test
    void unregisteredProvider_isNamed() {
        azure.provider("Microsoft.StorageCache", false);

        assertRefused(
                calls.send("PUT", cache, calls.plainCache()),
                409,
                "MissingSubscriptionRegistration",
                "'Microsoft.StorageCache'");
    }

    @Test
    void quota_isKept() {
        azure.limits(1, 1);
        calls.send("PUT", cache, calls.plainCache());

        assertRefused(calls.send("PUT", calls.cache("second"), calls.plainCache()), 409, "QuotaExceeded", "1 of 1");
    }

    @Test
    void readOnlyMembers_areRefusedUnlessSwitchedOff() {
        Doc body = calls.plainCache().withAt("properties.provisioningState", "Succeeded");

        assertRefused(calls.send("PUT", cache, body), 400, "InvalidParameter", "provisioningState");
        azure.behaviour(Behaviour.READ_ONLY_MEMBERS_REFUSED, false);
        assertThat(calls.send("PUT", cache, body).status()).isEqualTo(201);
    }

    @Test
    void keyUrlThatIsNone_isRefused() {
        VaultScript vault = azure.vault("contoso-cmk").withRsaKey("cache-key", 2048);
        String member = "properties.encryptionSettings.keyEncryptionKey.keyUrl";
        Doc body = calls.encryptedCache(vault, "cache-key");

        assertRefused(
                calls.send("PUT", cache, body.withAt(member, vault.keyUrlWithoutVersion("cache-key"))),
                400,
                "InvalidParameter",
                "{version}");
        assertRefused(
                calls.send(
                        "PUT",
                        cache,
                        body.withAt(member, vault.keyUrl("cache-key").replace("contoso-cmk", "fabrikam"))),
                400,
                "InvalidParameter",
                "fabrikam.vault.azure.net");
    }

    @Test
    void vaultElsewhere_isRefused() {
        VaultScript vault = azure.vault("contoso-cmk").in("westus2").withRsaKey("cache-key", 2048);

        assertRefused(
                calls.send("PUT", cache, calls.encryptedCache(vault, "cache-key")), 400, "InvalidParameter", "westus2");
    }

    @Test
    void fileSystemWithSystemAssignedIdentityOrFlag_isRefused() {
        VaultScript vault = azure.vault("contoso-cmk").withRsaKey("cache-key", 2048);
        Doc body = calls.encryptedFileSystem(vault, "cache-key", azure.identity("render-id"));
        String path = calls.fileSystem("fs1");

        assertRefused(
                calls.send("PUT", path, body.with("identity", Doc.of("type", "SystemAssigned"))),
                400,
                "InvalidParameter",
                "SystemAssigned");
        assertRefused(
                calls.send(
                        "PUT",
                        path,
                        body.withAt("properties.encryptionSettings.rotationToLatestKeyVersionEnabled", true)),
                400,
                "InvalidParameter",
                "rotationToLatestKeyVersionEnabled");
    }

    @Test
    void laterChangesOfIdentityKeyPresenceSizeOrPlace_areRefused() {
        VaultScript vault = azure.vault("contoso-cmk").withRsaKey("cache-key", 2048);
        calls.send("PUT", cache, calls.plainCache());
        calls.pass("20:00");

        assertRefused(
                calls.send("PUT", cache, calls.encryptedCache(vault, "cache-key")),
                400,
                "InvalidParameter",
                "cannot be added");
        assertRefused(
                calls.send("PUT", cache, calls.plainCache().without("identity")), 400, "InvalidParameter", "identity");
        assertRefused(
                calls.send("PUT", cache, calls.plainCache().withAt("properties.cacheSizeGB", 6144)),
                400,
                "InvalidParameter",
                "cacheSizeGB");
        assertRefused(
                calls.send("PUT", cache, calls.plainCache().with("location", "westus2")),
                409,
                "InvalidResourceLocation",
                "westus2");
    }

    @Test
    void secondPutWhileCreating_isRefusedAsBusy() {
        calls.send("PUT", cache, calls.plainCache());

        assertRefused(calls.send("PUT", cache, calls.plainCache()), 409, "Conflict", "in progress");
    }
}
