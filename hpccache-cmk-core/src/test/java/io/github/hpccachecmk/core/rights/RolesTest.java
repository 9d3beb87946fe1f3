package io.github.hpccachecmk.core.rights;

import static io.github.hpccachecmk.core.policy.Given.SUBSCRIPTION;
import static io.github.hpccachecmk.core.policy.Given.VAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.hpccachecmk.core.policy.Given;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.report.RequiredPermission.Plane;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RolesTest {
    private static final String GROUP = "/subscriptions/" + SUBSCRIPTION + "/resourceGroups/render-rg";

    @Test
    void policyVault_contributorsAreEnough() {
        var request = Given.cacheBuilder().vaultProtection(Given.CONSENT).build();
        assertThat(SufficientRoles.of(
                        RequiredRights.of(request).on(AccessModel.ACCESS_POLICY).essential()))
                .containsExactly(
                        new SufficientRoles(VAULT.toString(), List.of(BuiltInRole.KEY_VAULT_CONTRIBUTOR)),
                        new SufficientRoles(GROUP, List.of(BuiltInRole.CONTRIBUTOR)),
                        new SufficientRoles(Given.SUBNET.toString(), List.of(BuiltInRole.NETWORK_CONTRIBUTOR)));
    }

    @Test
    void rbacVault_keyVaultContributorIsNotEnoughAtTheKey() {
        var permissions =
                RequiredRights.of(Given.fileSystem()).on(AccessModel.RBAC).essential();
        assertThat(SufficientRoles.of(permissions))
                .containsExactly(
                        new SufficientRoles(VAULT.toString(), List.of(BuiltInRole.KEY_VAULT_READER)),
                        new SufficientRoles(VAULT + "/keys/cache-key", List.of(BuiltInRole.RBAC_ADMINISTRATOR)),
                        new SufficientRoles(GROUP, List.of(BuiltInRole.CONTRIBUTOR)),
                        new SufficientRoles(Given.SUBNET.toString(), List.of(BuiltInRole.NETWORK_CONTRIBUTOR)),
                        new SufficientRoles(Given.IDENTITY.toString(), List.of(BuiltInRole.MANAGED_IDENTITY_OPERATOR)));
    }

    @ParameterizedTest
    @EnumSource(AccessModel.class)
    void rolesOfAScope_holdAllThatIsNeededThere(AccessModel model) {
        for (var request : List.of(Given.cacheWithIdentity(), Given.fileSystem(), Given.authorize())) {
            var permissions = RequiredRights.of(request).on(model);
            var advice = SufficientRoles.of(permissions);
            assertThat(permissions.all().stream().filter(right -> right.plane() != Plane.KEY_PERMISSION))
                    .allSatisfy(right -> assertThat(advice.stream()
                                    .filter(roles -> roles.scope().equals(right.scope()))
                                    .flatMap(roles -> roles.roles().stream()))
                            .as(right.toString())
                            .anyMatch(role -> role.holds(right)));
        }
    }

    @Test
    void customRole_holdsExactlyTheActionsOfItsScope() {
        var permissions =
                RequiredRights.of(Given.fileSystem()).on(AccessModel.RBAC).essential();
        var roles = CustomRole.of(permissions, "Render farm keys");
        assertThat(roles)
                .extracting(CustomRole::scope, CustomRole::name)
                .containsExactly(
                        tuple(VAULT.toString(), "Render farm keys on vaults/contoso-cmk"),
                        tuple(VAULT + "/keys/cache-key", "Render farm keys on vaults/contoso-cmk/keys/cache-key"),
                        tuple(GROUP, "Render farm keys on resourceGroups/render-rg"),
                        tuple(Given.SUBNET.toString(), "Render farm keys on virtualNetworks/vnet/subnets/caches"),
                        tuple(Given.IDENTITY.toString(), "Render farm keys on userAssignedIdentities/cmk-reader"));
        assertThat(roles.get(1).json()).isEqualTo("""
                {
                  "Name": "Render farm keys on vaults/contoso-cmk/keys/cache-key",
                  "IsCustom": true,
                  "Description": "What the library needs on %s/keys/cache-key, and no more.",
                  "Actions": [
                    "Microsoft.Authorization/roleAssignments/read",
                    "Microsoft.Authorization/roleAssignments/write"
                  ],
                  "NotActions": [],
                  "DataActions": [],
                  "NotDataActions": [],
                  "AssignableScopes": [
                    "/subscriptions/%s/resourceGroups/keys-rg"
                  ]
                }
                """.formatted(VAULT, SUBSCRIPTION));
    }

    @Test
    void keyPermissions_makeNoRole() {
        var permissions = RequiredRights.of(Given.cache()).on(AccessModel.ACCESS_POLICY);
        assertThat(CustomRole.of(permissions, "x"))
                .noneMatch(role -> role.json().contains("\"get\""));
    }

    @Test
    void text_namesActionsOccasionsAndRoles() {
        var text = PermissionsText.of(RequiredRights.of(Given.cache()).on(AccessModel.RBAC));
        assertThat(text.lines())
                .startsWith("Rights needed for HPC cache " + Given.CACHE, "", "On " + VAULT)
                .containsSubsequence(
                        "On " + VAULT + "/keys/cache-key",
                        "  Microsoft.Authorization/roleAssignments/write: to give an identity access, if it has none,"
                                + " on a vault with rbac",
                        "  Built-in roles that suffice: Key Vault Reader and Role Based Access Control Administrator");
    }
}
