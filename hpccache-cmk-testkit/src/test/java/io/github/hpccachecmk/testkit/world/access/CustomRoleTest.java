package io.github.hpccachecmk.testkit.world.access;

import static io.github.hpccachecmk.testkit.world.Scene.AUTHORIZATION;
import static io.github.hpccachecmk.testkit.world.Scene.GROUP;
import static io.github.hpccachecmk.testkit.world.Scene.VAULT;
import static io.github.hpccachecmk.testkit.world.Scene.VAULTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.DirectoryPrincipal;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Scene;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles that customers make, groups that hold them, conditions on them. */
class CustomRoleTest {
    private static final String ROLE = "99999999-9999-4999-8999-999999999991";
    private static final String DEFINITIONS = Scene.SUBSCRIPTION + "/providers/Microsoft.Authorization/roleDefinitions";
    private static final String DEFINITION = DEFINITIONS + "/" + ROLE;
    private static final String ASSIGNMENT =
            GROUP + "/providers/Microsoft.Authorization/roleAssignments/77777777-7777-4777-8777-777777777771";
    private static final String OPERATOR = "operator";
    private static final String OPERATOR_ID = "88888888-8888-4888-8888-888888888888";
    private static final String TEAM_ID = "88888888-8888-4888-8888-888888888881";
    private static final String DIVISION_ID = "88888888-8888-4888-8888-888888888882";

    private final Scene scene = new Scene();

    @BeforeEach
    void operator() {
        scene.vault(Doc.empty()).principal(OPERATOR, OPERATOR_ID);
    }

    private static Doc role(String name, String scope, List<String> actions, List<String> notActions) {
        return Doc.of(
                "properties",
                Doc.of(
                        "roleName",
                        name,
                        "type",
                        "CustomRole",
                        "assignableScopes",
                        List.of(scope),
                        "permissions",
                        List.of(Doc.of("actions", actions, "notActions", notActions))));
    }

    private static Doc assignment(String principal, String role) {
        return Doc.of("properties", Doc.of("principalId", principal, "roleDefinitionId", DEFINITIONS + "/" + role));
    }

    private WireResponse readVault() {
        return scene.send(WireRequest.arm("GET", VAULT, VAULTS, null, OPERATOR));
    }

    @Test
    void customRole_givesItsHolderWhatItAllowsLessWhatItTakesAway() {
        WireResponse made = scene.put(
                DEFINITION,
                AUTHORIZATION,
                role("Vault looker", GROUP, List.of("Microsoft.KeyVault/vaults/*"), List.of("*/delete")));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.document().text("properties.type")).contains("CustomRole");
        assertThat(readVault().errorCode()).contains("AuthorizationFailed");

        assertThat(scene.put(ASSIGNMENT, AUTHORIZATION, assignment(OPERATOR_ID, ROLE))
                        .status())
                .isEqualTo(201);

        assertThat(readVault().status()).isEqualTo(200);
        assertThat(scene.send(WireRequest.arm("DELETE", VAULT, VAULTS, null, OPERATOR))
                        .errorCode())
                .contains("AuthorizationFailed");
    }

    @Test
    void customRole_isListedByTypeAndReadByName() {
        scene.put(DEFINITION, AUTHORIZATION, role("Vault looker", GROUP, List.of("*/read"), List.of()));
        WireRequest custom = WireRequest.arm("GET", DEFINITIONS, AUTHORIZATION, null, Scene.OWNER)
                .withQuery("$filter", "type eq 'CustomRole'");

        assertThat(scene.send(custom).document().objects("value"))
                .extracting(role -> role.text("properties.roleName").orElse(""))
                .containsExactly("Vault looker");
        assertThat(scene.get(DEFINITION, AUTHORIZATION).document().texts("properties.assignableScopes"))
                .containsExactly(GROUP);
        assertThat(scene.get(DEFINITIONS, AUTHORIZATION).document().objects("value"))
                .hasSize(BuiltInRoles.all().size() + 1);
    }

    @Test
    void roleOutsideItsAssignableScopes_doesNotExistThere() {
        scene.put(DEFINITION, AUTHORIZATION, role("Vault looker", GROUP + "-other", List.of("*/read"), List.of()));

        assertThat(scene.put(ASSIGNMENT, AUTHORIZATION, assignment(OPERATOR_ID, ROLE))
                        .errorCode())
                .contains("RoleDefinitionDoesNotExist");
    }

    @Test
    void roleInUse_cannotBeDeletedUntilItsAssignmentIs() {
        scene.put(DEFINITION, AUTHORIZATION, role("Vault looker", GROUP, List.of("*/read"), List.of()));
        scene.put(ASSIGNMENT, AUTHORIZATION, assignment(OPERATOR_ID, ROLE));

        assertThat(scene.delete(DEFINITION, AUTHORIZATION).errorCode()).contains("RoleDefinitionHasAssignments");
        scene.delete(ASSIGNMENT, AUTHORIZATION);
        assertThat(scene.delete(DEFINITION, AUTHORIZATION).status()).isEqualTo(200);
        assertThat(scene.delete(DEFINITION, AUTHORIZATION).status()).isEqualTo(204);
        assertThat(scene.get(DEFINITION, AUTHORIZATION).status()).isEqualTo(404);
    }

    @Test
    void builtInRole_canBeNeitherChangedNorDeleted() {
        String owner = DEFINITIONS + "/" + BuiltInRoles.OWNER;

        assertThat(scene.put(owner, AUTHORIZATION, role("Owner", GROUP, List.of("*"), List.of()))
                        .status())
                .isEqualTo(403);
        assertThat(scene.delete(owner, AUTHORIZATION).status()).isEqualTo(403);
    }

    @Test
    void roleOfATakenNameOrWithoutScope_isRefused() {
        scene.put(DEFINITION, AUTHORIZATION, role("Vault looker", GROUP, List.of("*/read"), List.of()));
        String other = DEFINITIONS + "/99999999-9999-4999-8999-999999999992";

        assertThat(scene.put(other, AUTHORIZATION, role("vault LOOKER", GROUP, List.of("*/read"), List.of()))
                        .errorCode())
                .contains("RoleDefinitionWithSameNameExists");
        assertThat(scene.put(other, AUTHORIZATION, role("Root", "/", List.of("*"), List.of()))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void whatIsGivenToAGroup_holdsForTheMembersOfGroupsInIt() {
        scene.change(world -> world.with(DirectoryPrincipal.group(TEAM_ID, List.of(OPERATOR_ID)))
                .with(DirectoryPrincipal.group(DIVISION_ID, List.of(TEAM_ID))));

        assertThat(scene.put(ASSIGNMENT, AUTHORIZATION, assignment(DIVISION_ID, BuiltInRoles.READER))
                        .status())
                .isEqualTo(201);

        assertThat(readVault().status()).isEqualTo(200);
    }

    @Test
    void assignedTo_findsWhatGroupsHaveAndPrincipalIdOnlyWhatOneHasItself() {
        scene.change(world -> world.with(DirectoryPrincipal.group(TEAM_ID, List.of(OPERATOR_ID))));
        scene.put(ASSIGNMENT, AUTHORIZATION, assignment(TEAM_ID, BuiltInRoles.READER));
        WireRequest list = WireRequest.arm(
                "GET", GROUP + "/providers/Microsoft.Authorization/roleAssignments", AUTHORIZATION, null, Scene.OWNER);

        assertThat(scene.send(list.withQuery("$filter", "assignedTo('" + OPERATOR_ID + "')"))
                        .document()
                        .objects("value"))
                .hasSize(1);
        assertThat(scene.send(list.withQuery("$filter", "principalId eq '" + OPERATOR_ID + "'"))
                        .document()
                        .objects("value"))
                .isEmpty();
    }

    @Test
    void accessPolicyOfAGroup_holdsForItsMembers() {
        scene.change(world -> world.with(DirectoryPrincipal.group(TEAM_ID, List.of(OPERATOR_ID))));
        WireRequest keys = new WireRequest(
                "GET",
                "contoso-cmk.vault.azure.net",
                "/keys",
                java.util.Map.of("api-version", "7.4"),
                java.util.Map.of(),
                null,
                OPERATOR);
        assertThat(scene.send(keys).status()).isEqualTo(403);

        scene.put(VAULT + "/accessPolicies/add", VAULTS, Scene.policies(TEAM_ID, "list"));

        assertThat(scene.send(keys).status()).isEqualTo(200);
    }

    @Test
    void assignmentWithCondition_isKeptWithItAndGivesItsRightsUnlessSwitchedOff() {
        Doc conditional = assignment(OPERATOR_ID, BuiltInRoles.READER)
                .withAt("properties.condition", "@Resource[name] StringEquals 'x'")
                .withAt("properties.conditionVersion", "2.0");
        scene.put(ASSIGNMENT, AUTHORIZATION, conditional);

        assertThat(scene.get(ASSIGNMENT, AUTHORIZATION).document().text("properties.conditionVersion"))
                .contains("2.0");
        assertThat(readVault().status()).isEqualTo(200);
        scene.change(world -> world.settings(settings -> settings.with(Behaviour.CONDITIONAL_ROLE_GRANTS, false)));
        assertThat(readVault().status()).isEqualTo(403);
    }
}
