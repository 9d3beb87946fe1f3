package io.github.hpccachecmk.core.policy;

import static io.github.hpccachecmk.core.policy.Given.IDENTITY;
import static io.github.hpccachecmk.core.policy.Given.KEY;
import static io.github.hpccachecmk.core.policy.Given.SUBSCRIPTION;
import static io.github.hpccachecmk.core.policy.Given.VAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.policy.Right.Occasion;
import io.github.hpccachecmk.core.policy.Right.Plane;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequiredRightsTest {
    private static final String KEY_SCOPE = VAULT + "/keys/cache-key";
    private static final String GROUP = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/render-rg";

    private static List<Right> rights(CmkRequest<?> request, AccessModel model, Occasion... occasions) {
        return RequiredRights.of(request, VAULT, KEY, model).stream()
                .filter(right -> List.of(occasions).contains(right.occasion()))
                .toList();
    }

    private static Right control(String scope, String action, Occasion occasion) {
        return new Right(Plane.CONTROL, scope, action, occasion);
    }

    @Test
    void grantOnPolicyVault_needsAccessPoliciesWriteAtTheVault() {
        assertThat(rights(Given.cache(), AccessModel.ACCESS_POLICY, Occasion.GRANT))
                .containsExactly(
                        control(VAULT.toString(), "Microsoft.KeyVault/vaults/accessPolicies/write", Occasion.GRANT));
    }

    @Test
    void grantOnRbacVault_needsRoleAssignmentsAtTheKeyOnly() {
        assertThat(rights(Given.cache(), AccessModel.RBAC, Occasion.GRANT))
                .containsExactly(control(KEY_SCOPE, "Microsoft.Authorization/roleAssignments/write", Occasion.GRANT));
        assertThat(rights(Given.cache(), AccessModel.RBAC, Occasion.READ))
                .contains(control(KEY_SCOPE, "Microsoft.Authorization/roleAssignments/read", Occasion.READ));
        assertThat(RequiredRights.of(Given.cache(), VAULT, KEY, AccessModel.ACCESS_POLICY))
                .noneMatch(right -> right.action().contains("roleAssignments"));
    }

    @Test
    void createWithIdentity_needsJoinAndAssign() {
        assertThat(rights(Given.fileSystem(), AccessModel.RBAC, Occasion.CREATE))
                .containsExactly(
                        control(GROUP, "Microsoft.StorageCache/amlFilesystems/write", Occasion.CREATE),
                        control(
                                Given.SUBNET.toString(),
                                "Microsoft.Network/virtualNetworks/subnets/join/action",
                                Occasion.CREATE),
                        control(
                                IDENTITY.toString(),
                                "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
                                Occasion.CREATE));
    }

    @Test
    void authorize_createsNothing() {
        var rights = RequiredRights.of(Given.authorize(), VAULT, KEY, AccessModel.ACCESS_POLICY);
        assertThat(rights).noneMatch(right -> right.occasion() == Occasion.CREATE);
        assertThat(rights).contains(control(GROUP, "Microsoft.StorageCache/caches/read", Occasion.READ));
        assertThat(rights).noneMatch(right -> right.action().startsWith("Microsoft.StorageCache/caches/write"));
    }

    @Test
    void dataPlane_isAFallBackOnly() {
        assertThat(RequiredRights.of(Given.cache(), VAULT, KEY, AccessModel.RBAC))
                .filteredOn(right -> right.plane() == Plane.DATA)
                .containsExactly(
                        new Right(Plane.DATA, KEY_SCOPE, "Microsoft.KeyVault/vaults/keys/read", Occasion.FALL_BACK));
    }

    @Test
    void autoRotation_needsAWriteAfterTheCreate() {
        var request = Given.cacheBuilder().autoRotation(true).build();
        assertThat(rights(request, AccessModel.ACCESS_POLICY, Occasion.SET_ROTATION))
                .containsExactly(control(GROUP, "Microsoft.StorageCache/caches/write", Occasion.SET_ROTATION));
        assertThat(rights(Given.cache(), AccessModel.ACCESS_POLICY, Occasion.SET_ROTATION))
                .isEmpty();
    }
}
