package io.github.hpccachecmk.core.policy;

import static io.github.hpccachecmk.core.policy.Given.PRINCIPAL;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ResourceId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KeyAccessTest {
    private static final ResourceId KEY = Given.VAULT.keyScope("cache-key");
    private static final String ROLE = KeyAccess.ENCRYPTION_USER;

    private static AccessPolicy policy(PrincipalId principal, Optional<String> application, String... permissions) {
        return new AccessPolicy(Given.TENANT, principal, application, Set.of(permissions));
    }

    private static RoleAssignment assignment(String scope, String role, Optional<String> condition) {
        return new RoleAssignment("/assignment", scope, PRINCIPAL, role, condition, Optional.empty());
    }

    static List<String> scopesAtOrAbove() {
        var group = "/subscriptions/" + Given.SUBSCRIPTION + "/resourceGroups/keys-rg";
        return List.of(
                KEY.toString(),
                KEY.toString().toUpperCase(Locale.ROOT),
                Given.VAULT.toString(),
                group,
                "/subscriptions/" + Given.SUBSCRIPTION,
                "/");
    }

    static List<String> scopesElsewhere() {
        return List.of(
                KEY + "-2",
                Given.VAULT + "/keys/cache",
                Given.VAULT + "-2",
                "/subscriptions/" + Given.SUBSCRIPTION + "/x",
                "");
    }

    @ParameterizedTest
    @MethodSource("scopesAtOrAbove")
    void roleAtOrAboveTheKey_counts(String scope) {
        assertThat(KeyAccess.suffices(assignment(scope, ROLE, Optional.empty()), KEY))
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("scopesElsewhere")
    void roleElsewhere_doesNotCount(String scope) {
        assertThat(KeyAccess.suffices(assignment(scope, ROLE, Optional.empty()), KEY))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "e147488a-f6f5-4113-8e2d-b22465e65bf6, true",
        "E147488A-F6F5-4113-8E2D-B22465E65BF6, true",
        "14b46e9e-c2b7-41b4-b07b-48a6ebf60603, true",
        "f25e0fa2-a7c8-4377-a976-54943a77a395, false",
        "'', false"
    })
    void role_countsWhenItHoldsTheDataActions(String role, boolean counts) {
        assertThat(KeyAccess.suffices(assignment(KEY.toString(), role, Optional.empty()), KEY))
                .isEqualTo(counts);
    }

    @Test
    void conditionalRole_doesNotCount() {
        assertThat(KeyAccess.suffices(assignment(KEY.toString(), ROLE, Optional.of("@x")), KEY))
                .isFalse();
    }

    @Test
    void policy_countsWithAllThreeRightsOfThePrincipalItself() {
        var other = PrincipalId.of("55555555-5555-5555-5555-555555555555");
        var rights = new String[] {"Get", "wrapKey", "unwrapKey"};
        assertThat(KeyAccess.byPolicies(List.of(policy(PRINCIPAL, Optional.empty(), rights)), PRINCIPAL))
                .isTrue();
        assertThat(KeyAccess.byPolicies(List.of(policy(PRINCIPAL, Optional.empty(), "all")), PRINCIPAL))
                .isTrue();
        assertThat(KeyAccess.byPolicies(List.of(policy(other, Optional.empty(), rights)), PRINCIPAL))
                .isFalse();
        assertThat(KeyAccess.byPolicies(List.of(policy(PRINCIPAL, Optional.of("app"), rights)), PRINCIPAL))
                .isFalse();
        assertThat(KeyAccess.byPolicies(List.of(policy(PRINCIPAL, Optional.empty(), "get", "wrapkey")), PRINCIPAL))
                .isFalse();
        assertThat(KeyAccess.byPolicies(List.of(), PRINCIPAL)).isFalse();
    }
}
