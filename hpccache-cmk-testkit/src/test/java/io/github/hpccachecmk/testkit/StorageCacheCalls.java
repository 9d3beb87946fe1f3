package io.github.hpccachecmk.testkit;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.Duration;
import java.util.Map;

/** Requests of Microsoft.StorageCache for the tests of this module. */
public final class StorageCacheCalls {
    public static final String NEWEST = "2026-01-01";

    private final FakeAzure azure;
    private final String apiVersion;

    public StorageCacheCalls(FakeAzure azure) {
        this(azure, NEWEST);
    }

    public StorageCacheCalls(FakeAzure azure, String apiVersion) {
        this.azure = azure;
        this.apiVersion = apiVersion;
    }

    public WireResponse send(String method, String path, Object body) {
        return azure.answer(WireRequest.arm(method, path, apiVersion, body, FakeAzure.OWNER));
    }

    public WireResponse get(String path) {
        return send("GET", path, null);
    }

    public WireResponse post(String path) {
        return send("POST", path, null);
    }

    /** Follows a URL from a header as a client does. */
    public WireResponse follow(String url) {
        String rest = url.substring("https://management.azure.com".length());
        String path = rest.substring(0, rest.indexOf('?'));
        WireRequest request =
                new WireRequest("GET", WireRequest.ARM_HOST, path, Map.of(), Map.of(), null, FakeAzure.OWNER);
        for (String pair : rest.substring(rest.indexOf('?') + 1).split("&", -1)) {
            request = request.withQuery(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return azure.answer(request);
    }

    public String cache(String name) {
        return azure.id("Microsoft.StorageCache/caches", name);
    }

    public String fileSystem(String name) {
        return azure.id("Microsoft.StorageCache/amlFilesystems", name);
    }

    /** A cache with a system-assigned identity and without a key of its own. */
    public Doc plainCache() {
        return Doc.of(
                "location", "eastus",
                "sku", Doc.of("name", "Standard_2G"),
                "identity", Doc.of("type", "SystemAssigned"),
                "properties", Doc.of("cacheSizeGB", 3072, "subnet", azure.subnet()));
    }

    /** A cache with a system-assigned identity and a key. */
    public Doc encryptedCache(VaultScript vault, String key) {
        return plainCache().withAt("properties.encryptionSettings", encryption(vault, key));
    }

    /** A cache with a user-assigned identity and a key. */
    public Doc encryptedCache(VaultScript vault, String key, IdentityScript identity) {
        return encryptedCache(vault, key).with("identity", userAssigned(identity));
    }

    /** A file system with a user-assigned identity and a key. */
    public Doc encryptedFileSystem(VaultScript vault, String key, IdentityScript identity) {
        return plainFileSystem()
                .with("identity", userAssigned(identity))
                .withAt("properties.encryptionSettings", encryption(vault, key));
    }

    public Doc plainFileSystem() {
        return Doc.of(
                "location", "eastus",
                "zones", java.util.List.of("1"),
                "sku", Doc.of("name", "AMLFS-Durable-Premium-125"),
                "properties",
                        Doc.of(
                                "storageCapacityTiB", 16,
                                "filesystemSubnet", azure.subnet(),
                                "maintenanceWindow", Doc.of("dayOfWeek", "Friday", "timeOfDayUTC", "22:00")));
    }

    private static Doc userAssigned(IdentityScript identity) {
        return Doc.of("type", "UserAssigned", "userAssignedIdentities", Doc.of(identity.id(), Doc.empty()));
    }

    private static Doc encryption(VaultScript vault, String key) {
        return Doc.of("keyEncryptionKey", Doc.of("keyUrl", vault.keyUrl(key), "sourceVault", Doc.of("id", vault.id())));
    }

    /** Gives a principal the key permissions by access policy, effective after the usual while. */
    public void grant(VaultScript vault, String principal) {
        Doc entry = Doc.of(
                "tenantId", azure.tenant(),
                "objectId", principal,
                "permissions", Doc.of("keys", java.util.List.of("get", "wrapKey", "unwrapKey")));
        Doc body = Doc.of("properties", Doc.of("accessPolicies", java.util.List.of(entry)));
        WireResponse answer = azure.answer(
                WireRequest.arm("PUT", vault.id() + "/accessPolicies/add", "2023-07-01", body, FakeAzure.OWNER));
        if (!answer.isSuccess()) {
            throw new AssertionError("The grant was refused: " + answer);
        }
    }

    /** Provisioning state, health and its text, as a GET shows them now. */
    public String shown(String path) {
        Doc answer = get(path).document();
        return answer.text("properties.provisioningState").orElse("-") + "/"
                + answer.text("properties.health.state").orElse("-") + "/"
                + answer.text("properties.health.statusDescription").orElse("-");
    }

    public void pass(String minutesAndSeconds) {
        String[] parts = minutesAndSeconds.split(":", -1);
        azure.advance(Duration.ofMinutes(Long.parseLong(parts[0])).plusSeconds(Long.parseLong(parts[1])));
    }
}
