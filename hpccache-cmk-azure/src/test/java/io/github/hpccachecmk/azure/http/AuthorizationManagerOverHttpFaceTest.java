package io.github.hpccachecmk.azure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.management.exception.ManagementException;
import com.azure.core.util.Context;
import com.azure.resourcemanager.authorization.fluent.AuthorizationManagementClient;
import com.azure.resourcemanager.authorization.models.PrincipalType;
import com.azure.resourcemanager.authorization.models.RoleAssignmentCreateParameters;
import org.junit.jupiter.api.Test;

/** The role client of azure-resourcemanager-authorization, unchanged, over the HTTP face. */
class AuthorizationManagerOverHttpFaceTest {
    private static final String ROLE = "e147488a-f6f5-4113-8e2d-b22465e65bf6";
    private static final String PRINCIPAL = "0b0b0b0b-0000-4000-8000-000000000002";
    private static final String FIRST = "0e0e0e0e-0000-5000-8000-000000000001";
    private static final String SECOND = "0e0e0e0e-0000-5000-8000-000000000002";

    private final SdkWorld world = new SdkWorld();
    private final AuthorizationManagementClient client =
            world.authorizationManager().roleServiceClient();
    // The client puts the slash before the scope by itself.
    private final String scope = world.vault().keyScope(SdkWorld.KEY).toString().substring(1);

    private RoleAssignmentCreateParameters parameters() {
        return new RoleAssignmentCreateParameters()
                .withPrincipalId(PRINCIPAL)
                .withPrincipalType(PrincipalType.SERVICE_PRINCIPAL)
                .withRoleDefinitionId("/subscriptions/" + world.vault().subscription()
                        + "/providers/Microsoft.Authorization/roleDefinitions/" + ROLE);
    }

    @Test
    void assignment_isMadeAndFoundByPrincipal() {
        var made = client.getRoleAssignments().create(scope, FIRST, parameters());

        assertThat(made.name()).isEqualTo(FIRST);
        assertThat(made.principalId()).isEqualTo(PRINCIPAL);
        assertThat(client.getRoleAssignments()
                        .listForScope(scope, "assignedTo('" + PRINCIPAL + "')", null, null, Context.NONE))
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.id()).isEqualToIgnoringCase(made.id());
                    assertThat(found.roleDefinitionId()).endsWith(ROLE);
                });
    }

    @Test
    void secondNameForTheSameAssignment_isRefused() {
        client.getRoleAssignments().create(scope, FIRST, parameters());

        assertThatThrownBy(() -> client.getRoleAssignments().create(scope, SECOND, parameters()))
                .isInstanceOfSatisfying(ManagementException.class, refused -> {
                    assertThat(refused.getResponse().getStatusCode()).isEqualTo(409);
                    assertThat(refused.getValue().getCode()).isEqualTo("RoleAssignmentExists");
                });
    }

    @Test
    void builtInRole_isFound() {
        assertThat(client.getRoleDefinitions().get(scope, ROLE).roleName())
                .isEqualTo("Key Vault Crypto Service Encryption User");
    }
}
