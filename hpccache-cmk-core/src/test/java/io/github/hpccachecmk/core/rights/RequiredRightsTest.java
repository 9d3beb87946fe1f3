package io.github.hpccachecmk.core.rights;

import static io.github.hpccachecmk.core.policy.Given.IDENTITY;
import static io.github.hpccachecmk.core.policy.Given.KEY;
import static io.github.hpccachecmk.core.policy.Given.SUBSCRIPTION;
import static io.github.hpccachecmk.core.policy.Given.VAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.hpccachecmk.core.policy.Given;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.Authorizer;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.RequiredPermission;
import io.github.hpccachecmk.report.RequiredPermission.Occasion;
import io.github.hpccachecmk.report.RequiredPermission.Plane;
import io.github.hpccachecmk.report.RequiredPermissions;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class RequiredRightsTest {
    private static final String KEY_SCOPE = VAULT + "/keys/cache-key";
    private static final String GROUP = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/render-rg";
    private static final String WRITE_ROLES = "Microsoft.Authorization/roleAssignments/write";
    private static final String WRITE_POLICIES = "Microsoft.KeyVault/vaults/accessPolicies/write";

    private static List<Tuple> needed(CmkRequest<?> request, AccessModel model, Occasion... occasions) {
        return tuples(RequiredRights.of(request).on(model), occasions);
    }

    private static List<Tuple> tuples(RequiredPermissions permissions, Occasion... occasions) {
        return permissions.all().stream()
                .filter(right -> List.of(occasions).contains(right.occasion()))
                .map(right -> tuple(right.plane(), right.scope(), right.action()))
                .toList();
    }

    private static Tuple control(Object scope, String action) {
        return tuple(Plane.CONTROL, scope.toString(), action);
    }

    @Test
    void grantOnPolicyVault_needsAccessPoliciesWriteAtTheVault() {
        assertThat(needed(Given.cache(), AccessModel.ACCESS_POLICY, Occasion.GRANT))
                .containsExactly(control(VAULT, WRITE_POLICIES));
    }

    @Test
    void grantOnRbacVault_needsRoleAssignmentsAtTheKeyOnly() {
        assertThat(needed(Given.cache(), AccessModel.RBAC, Occasion.GRANT))
                .containsExactly(control(KEY_SCOPE, WRITE_ROLES));
        assertThat(needed(Given.cache(), AccessModel.RBAC, Occasion.READ))
                .contains(control(KEY_SCOPE, "Microsoft.Authorization/roleAssignments/read"));
        assertThat(RequiredRights.of(Given.cache())
                        .on(AccessModel.ACCESS_POLICY)
                        .all())
                .noneMatch(right -> right.action().contains("roleAssignments"));
    }

    @Test
    void unknownAccessModel_needsEither() {
        assertThat(tuples(RequiredRights.of(Given.cache()), Occasion.GRANT))
                .containsExactly(control(KEY_SCOPE, WRITE_ROLES), control(VAULT, WRITE_POLICIES));
    }

    @Test
    void someoneElseGrants_noRightToGrantIsNeeded() {
        var request = Given.cacheBuilder()
                .authorizer(Authorizer.someoneElse("the key team"))
                .build();
        assertThat(tuples(RequiredRights.of(request), Occasion.GRANT)).isEmpty();
    }

    @Test
    void withoutConsent_theVaultIsNotWritten() {
        assertThat(tuples(RequiredRights.of(Given.cache()), Occasion.PROTECT_VAULT))
                .isEmpty();
        var consenting = Given.cacheBuilder().vaultProtection(Given.CONSENT).build();
        assertThat(tuples(RequiredRights.of(consenting), Occasion.PROTECT_VAULT))
                .containsExactly(control(VAULT, "Microsoft.KeyVault/vaults/write"));
    }

    @Test
    void createWithIdentity_needsJoinAndAssign() {
        assertThat(needed(Given.fileSystem(), AccessModel.RBAC, Occasion.CREATE))
                .containsExactly(
                        control(GROUP, "Microsoft.StorageCache/amlFilesystems/write"),
                        control(Given.SUBNET, "Microsoft.Network/virtualNetworks/subnets/join/action"),
                        control(IDENTITY, "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action"));
    }

    @Test
    void authorize_createsNothing() {
        assertThat(needed(Given.authorize(), AccessModel.ACCESS_POLICY, Occasion.CREATE))
                .isEmpty();
        assertThat(needed(Given.authorize(), AccessModel.ACCESS_POLICY, Occasion.READ))
                .contains(control(GROUP, "Microsoft.StorageCache/caches/read"));
    }

    @Test
    void authorizeOfAnyKey_needsTheRightAtEveryAllowedVault() {
        var other = VaultId.of(SUBSCRIPTION, "keys-rg", "other-cmk");
        var request = AuthorizeCache.builder()
                .cache(Given.CACHE)
                .addAllowedVault(VAULT)
                .addAllowedVault(other)
                .build();
        assertThat(needed(request, AccessModel.RBAC, Occasion.GRANT))
                .containsExactly(control(VAULT, WRITE_ROLES), control(other, WRITE_ROLES));
    }

    @Test
    void authorizeOfANamedKey_needsTheRightAtThatKeyOnly() {
        var byName = AuthorizeCache.builder()
                .cache(Given.CACHE)
                .addAllowedVault(VAULT)
                .keyName("cache-key")
                .build();
        var byUrl = AuthorizeCache.builder()
                .cache(Given.CACHE)
                .addAllowedVault(VAULT)
                .key(KEY)
                .build();
        assertThat(needed(byName, AccessModel.RBAC, Occasion.GRANT)).containsExactly(control(KEY_SCOPE, WRITE_ROLES));
        assertThat(needed(byUrl, AccessModel.RBAC, Occasion.GRANT)).containsExactly(control(KEY_SCOPE, WRITE_ROLES));
    }

    @Test
    void dataPlane_isAFallBackOnly() {
        assertThat(RequiredRights.of(Given.cache()).all())
                .filteredOn(right -> right.plane() != Plane.CONTROL)
                .extracting(
                        RequiredPermission::plane,
                        RequiredPermission::scope,
                        RequiredPermission::action,
                        RequiredPermission::occasion)
                .containsExactly(
                        tuple(Plane.DATA, KEY_SCOPE, "Microsoft.KeyVault/vaults/keys/read", Occasion.FALL_BACK),
                        tuple(Plane.KEY_PERMISSION, VAULT.toString(), "get", Occasion.FALL_BACK));
        assertThat(RequiredRights.of(Given.cache()).essential().all())
                .allMatch(right -> right.plane() == Plane.CONTROL);
    }

    @Test
    void autoRotation_needsAWriteAfterTheCreate() {
        var request = Given.cacheBuilder().autoRotation(true).build();
        assertThat(needed(request, AccessModel.ACCESS_POLICY, Occasion.SET_ROTATION))
                .containsExactly(control(GROUP, "Microsoft.StorageCache/caches/write"));
        assertThat(needed(Given.cache(), AccessModel.ACCESS_POLICY, Occasion.SET_ROTATION))
                .isEmpty();
    }

    @Test
    void systemAssignedCreate_hasToSeeTheRightToGrantBeforehand() {
        var seen = control(VAULT, "Microsoft.Authorization/permissions/read");
        assertThat(tuples(RequiredRights.of(Given.cache()), Occasion.READ)).contains(seen);
        assertThat(tuples(RequiredRights.of(Given.cacheWithIdentity()), Occasion.READ))
                .doesNotContain(seen);
        assertThat(tuples(RequiredRights.of(Given.cacheWithIdentity()), Occasion.ADVISE))
                .contains(seen);
    }
}
