package io.github.hpccachecmk.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.request.AuthorizeCache;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected UUIDs were computed with Python's {@code uuid.uuid5}, namespace uuid5(DNS, "hpccachecmk.github.io"). */
class DerivedIdsTest {
    private static final String SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
    private static final String ROLE = "e147488a-f6f5-4113-8e2d-b22465e65bf6";

    @ParameterizedTest
    @CsvSource({
        "'', 17d42e24-458c-5b52-941f-188c290e1816",
        "a, 84778b82-3842-515c-9b47-18ac82276cc1",
        "Müller|x, f2daad3b-604d-5fc9-bc92-1cf6ee317f55"
    })
    void name_givesTheUuidThatOtherImplementationsGive(String name, UUID expected) {
        assertThat(Uuid5.of(name)).isEqualTo(expected);
    }

    @Test
    void uuid_isOfVersion5AndTheRfcVariant() {
        assertThat(Uuid5.of("anything").version()).isEqualTo(5);
        assertThat(Uuid5.of("anything").variant()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/Render-RG/providers/Microsoft.KeyVault/"
                + "vaults/contoso-cmk/keys/cache-key, 22222222-2222-2222-2222-222222222222,"
                + " 6bf7a7b6-ffa8-5d3d-869c-9c969ba38215",
        "/subscriptions/11111111-1111-1111-1111-11111111111f/resourceGroups/rg/providers/Microsoft.KeyVault/"
                + "vaults/v-1/keys/k, ABCDEFAB-CDEF-ABCD-EFAB-CDEFABCDEFAB, 505388d8-be7a-5d28-8aac-8de6abb78cb0"
    })
    void grant_hasItsFrozenName(String scope, String principal, UUID expected) {
        assertThat(GrantNames.of(ResourceId.parse(scope), PrincipalId.of(principal), ROLE))
                .isEqualTo(expected);
    }

    @Test
    void grantSpelledDifferently_hasTheSameName() {
        var key = VaultId.of(SUBSCRIPTION, "rg", "contoso-cmk").keyScope("cache-key");
        var principal = PrincipalId.of("abcdefab-cdef-abcd-efab-cdefabcdefab");
        var shouted = ResourceId.parse(key.toString().replace("resourceGroups/rg", "resourcegroups/RG"));

        assertThat(GrantNames.of(shouted, principal, ROLE.toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(GrantNames.of(key, principal, ROLE));
    }

    @Test
    void grantOfAnotherPrincipal_hasAnotherName() {
        var key = VaultId.of(SUBSCRIPTION, "rg", "contoso-cmk").keyScope("cache-key");

        assertThat(GrantNames.of(key, PrincipalId.of("22222222-2222-2222-2222-222222222222"), ROLE))
                .isNotEqualTo(GrantNames.of(key, PrincipalId.of("22222222-2222-2222-2222-222222222223"), ROLE));
    }

    @Test
    void request_hasItsFrozenCorrelationId() {
        // uuid5 of request|{"allowedvaults":["…/vaults/contoso-cmk",],"cache":"…/caches/render-cache",
        // "kind":"authorizecache","schema":1,"settlewindow":"pt10m",}, all in lower case
        assertThat(CorrelationIds.of(authorize("rg"))).isEqualTo("a525563f-4c04-5f01-9198-09265012a78a");
    }

    @Test
    void equalRequests_shareTheCorrelationId() {
        assertThat(authorize("RG")).isEqualTo(authorize("rg"));
        assertThat(CorrelationIds.of(authorize("RG"))).isEqualTo(CorrelationIds.of(authorize("rg")));
    }

    @Test
    void otherRequest_hasAnotherCorrelationId() {
        assertThat(CorrelationIds.of(authorize("other"))).isNotEqualTo(CorrelationIds.of(authorize("rg")));
    }

    private static AuthorizeCache authorize(String group) {
        return AuthorizeCache.builder()
                .cache(CacheId.of(SUBSCRIPTION, group, "render-cache"))
                .addAllowedVault(VaultId.of(SUBSCRIPTION, group, "contoso-cmk"))
                .build();
    }
}
