package io.github.hpccachecmk.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetDocumentsTest {
    private static final String GROUP =
            "/subscriptions/9a3c0000-0000-4000-8000-000000000001/resourceGroups/render-rg/providers/";
    private static final String CACHE = GROUP + "Microsoft.StorageCache/caches/render";
    private static final String VAULT = GROUP + "Microsoft.KeyVault/vaults/contoso-cmk";
    private static final String KEY =
            "https://contoso-cmk.vault.azure.net/keys/cache-key/0123456789abcdef0123456789abcdef";

    @Test
    void readableKey_isShown() {
        var snapshot = TargetDocuments.snapshot(cache(CACHE, KEY, VAULT));

        assertThat(snapshot.encryption().orElseThrow().key()).hasToString(KEY);
        assertThat(TargetDocuments.unreadableKey(snapshot)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://contoso.managedhsm.azure.net/keys/cache-key/0123456789abcdef0123456789abcdef",
                "http://contoso-cmk.vault.azure.net/keys/cache-key/0123456789abcdef0123456789abcdef",
                "https://contoso-cmk.vault.azure.net/secrets/cache-key",
                "cache-key"
            })
    void unreadableKey_isLeftOutAndTold(String url) {
        var snapshot = TargetDocuments.snapshot(cache(CACHE, url, VAULT));

        assertThat(snapshot.encryption()).isEmpty();
        assertThat(TargetDocuments.unreadableKey(snapshot)).contains(url);
    }

    @Test
    void unreadableVault_isLeftOutAndTold() {
        var snapshot = TargetDocuments.snapshot(cache(CACHE, KEY, VAULT + "/../payroll-keys"));

        assertThat(snapshot.encryption().orElseThrow().sourceVault()).isEmpty();
        assertThat(TargetDocuments.unreadableKey(snapshot)).contains(VAULT + "/../payroll-keys");
    }

    @Test
    void unreadableIdentity_isLeftOut() {
        var snapshot = TargetDocuments.snapshot(Map.of(
                "id",
                CACHE,
                "identity",
                Map.of(
                        "type",
                        "SystemAssigned, UserAssigned",
                        "principalId",
                        "nobody",
                        "tenantId",
                        "nowhere",
                        "userAssignedIdentities",
                        Map.of("not-an-id", Map.of()))));

        assertThat(snapshot.principal()).isEmpty();
        assertThat(snapshot.tenant()).isEmpty();
        assertThat(snapshot.userAssigned()).isEmpty();
        assertThat(snapshot.identityType()).contains("SystemAssigned, UserAssigned");
    }

    @Test
    void noKey_isNotUnreadable() {
        assertThat(TargetDocuments.unreadableKey(TargetDocuments.snapshot(Map.of("id", CACHE))))
                .isEmpty();
    }

    @Test
    void listedElementWithoutLegalId_isNone() {
        assertThat(TargetDocuments.listed(Map.of("id", CACHE + "/../other"))).isEmpty();
        assertThat(TargetDocuments.listed(Map.of())).isEmpty();
        assertThat(TargetDocuments.listed(Map.of("id", CACHE))).isPresent();
    }

    private static Map<String, Object> cache(String id, String keyUrl, String vault) {
        var key = Map.of("keyUrl", keyUrl, "sourceVault", Map.of("id", vault));
        return Map.of("id", id, "properties", Map.of("encryptionSettings", Map.of("keyEncryptionKey", key)));
    }
}
