package io.github.hpccachecmk.testkit.world.access;

import static io.github.hpccachecmk.testkit.world.Scene.AUTHORIZATION;
import static io.github.hpccachecmk.testkit.world.Scene.GROUP;
import static io.github.hpccachecmk.testkit.world.Scene.VAULT;
import static io.github.hpccachecmk.testkit.world.Scene.VAULTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.Scene;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionTest {
    private static final String OPERATOR_ID = "88888888-8888-4888-8888-888888888888";
    private static final String LOCK = "/providers/Microsoft.Authorization/locks/keep";

    private final Scene scene = new Scene();

    private WireResponse as(String principal, String method, String path, String version, Doc body) {
        return scene.send(WireRequest.arm(method, path, version, body, principal));
    }

    @Test
    void permissions_listTheGrantsThatHoldAtTheScopeEachWithItsOwnSubtraction() {
        scene.principal(
                "operator",
                OPERATOR_ID,
                new RightGrant(
                        Scene.SUBSCRIPTION,
                        List.of("*"),
                        List.of("Microsoft.Authorization/*/Write"),
                        List.of(),
                        List.of()),
                RightGrant.actions(GROUP + "-other", "Microsoft.KeyVault/vaults/delete"));
        List<Doc> entries = as(
                        "operator",
                        "GET",
                        GROUP + "/providers/Microsoft.Authorization/permissions",
                        AUTHORIZATION,
                        Doc.empty())
                .document()
                .objects("value");

        assertThat(entries)
                .containsExactly(Doc.of(
                        "actions", List.of("*"),
                        "notActions", List.of("Microsoft.Authorization/*/Write"),
                        "dataActions", List.of(),
                        "notDataActions", List.of()));
    }

    @Test
    void permissions_holdTheRolesOfTheCaller() {
        scene.principal("operator", OPERATOR_ID);
        scene.put(
                Scene.GROUP + "/providers/Microsoft.Authorization/roleAssignments/77777777-7777-4777-8777-777777777771",
                AUTHORIZATION,
                Doc.of(
                        "properties",
                        Doc.of(
                                "principalId",
                                OPERATOR_ID,
                                "roleDefinitionId",
                                "x/" + BuiltInRoles.KEY_VAULT_CONTRIBUTOR)));
        Doc entry = as(
                        "operator",
                        "GET",
                        GROUP + "/providers/Microsoft.Authorization/permissions",
                        AUTHORIZATION,
                        Doc.empty())
                .document()
                .objects("value")
                .get(0);

        assertThat(entry.texts("actions")).contains("Microsoft.KeyVault/*");
        assertThat(entry.texts("notActions")).contains("Microsoft.KeyVault/locations/deletedVaults/purge/action");
    }

    @ParameterizedTest
    @CsvSource({
        "f25e0fa2-a7c8-4377-a976-54943a77a395, Microsoft.KeyVault/vaults/accessPolicies/write, true",
        "f25e0fa2-a7c8-4377-a976-54943a77a395, Microsoft.Authorization/roleAssignments/write, false",
        "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9, Microsoft.Authorization/roleAssignments/write, true",
        "18d7d88d-d35e-4fb5-a5c3-7773c20a72d9, Microsoft.KeyVault/vaults/write, false",
        "f58310d9-a9f6-439a-9e8d-f62e7b41a168, Microsoft.Authorization/roleAssignments/write, true",
        "f58310d9-a9f6-439a-9e8d-f62e7b41a168, Microsoft.Authorization/locks/write, false",
        "b24988ac-6180-42a0-ab88-20f7382dd24c, Microsoft.KeyVault/vaults/write, true",
        "b24988ac-6180-42a0-ab88-20f7382dd24c, Microsoft.Authorization/roleAssignments/write, false",
        "8e3af657-a8ff-443c-a75c-2fe8c4bcb635, Microsoft.Authorization/roleAssignments/write, true",
        "14b46e9e-c2b7-41b4-b07b-48a6ebf60603, Microsoft.KeyVault/vaults/read, false",
        "14b46e9e-c2b7-41b4-b07b-48a6ebf60603, Microsoft.KeyVault/vaults/keys/read, true",
    })
    void role_allowsWhatItsDefinitionSays(String role, String action, boolean isAllowed) {
        assertThat(BuiltInRoles.find(role).orElseThrow().at("/").allows(action, VAULT))
                .isEqualTo(isAllowed);
    }

    @ParameterizedTest
    @CsvSource({
        "e147488a-f6f5-4113-8e2d-b22465e65bf6, WRAP, true",
        "e147488a-f6f5-4113-8e2d-b22465e65bf6, UNWRAP, true",
        "e147488a-f6f5-4113-8e2d-b22465e65bf6, READ, true",
        "e147488a-f6f5-4113-8e2d-b22465e65bf6, CREATE, false",
        "14b46e9e-c2b7-41b4-b07b-48a6ebf60603, CREATE, true",
        "14b46e9e-c2b7-41b4-b07b-48a6ebf60603, SET_ROTATION_POLICY, true",
        "f25e0fa2-a7c8-4377-a976-54943a77a395, READ, false",
        "8e3af657-a8ff-443c-a75c-2fe8c4bcb635, READ, false",
    })
    void role_allowsDataActionsOnlyWhereItsDefinitionDoes(String role, KeyAction action, boolean isAllowed) {
        assertThat(BuiltInRoles.find(role).orElseThrow().at("/").allowsData(action.dataAction(), VAULT))
                .isEqualTo(isAllowed);
    }

    @Test
    void roleDefinition_isAnsweredWithItsActions() {
        String path = Scene.SUBSCRIPTION + "/providers/Microsoft.Authorization/roleDefinitions/";
        Doc role = scene.get(path + BuiltInRoles.CRYPTO_SERVICE_ENCRYPTION_USER, AUTHORIZATION)
                .document();

        assertThat(role.text("properties.roleName")).contains("Key Vault Crypto Service Encryption User");
        assertThat(role.objects("properties.permissions").get(0).texts("dataActions"))
                .containsExactly(
                        "Microsoft.KeyVault/vaults/keys/read",
                        "Microsoft.KeyVault/vaults/keys/wrap/action",
                        "Microsoft.KeyVault/vaults/keys/unwrap/action");
        assertThat(scene.get(path + OPERATOR_ID, AUTHORIZATION).status()).isEqualTo(404);
    }

    @Test
    void roleDefinitions_canBeAskedByName() {
        WireRequest request = WireRequest.arm(
                        "GET",
                        GROUP + "/providers/Microsoft.Authorization/roleDefinitions",
                        AUTHORIZATION,
                        null,
                        Scene.OWNER)
                .withQuery("$filter", "roleName eq 'Owner'");

        assertThat(scene.send(request).document().objects("value"))
                .extracting(role -> role.text("name").orElse(""))
                .containsExactly(BuiltInRoles.OWNER);
    }

    @Test
    void readOnlyLock_stopsWritesUntilItIsTakenOff() {
        scene.vault(Doc.empty());
        WireResponse made = scene.put(
                GROUP + LOCK, "2020-05-01", Doc.of("properties", Doc.of("level", "ReadOnly", "notes", "audit")));
        WireResponse refused = scene.patch(VAULT, VAULTS, Doc.of("tags", Doc.of("team", "render")));

        assertThat(made.status()).isEqualTo(201);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.errorCode()).contains("ScopeLocked");
        assertThat(scene.delete(GROUP + LOCK, "2020-05-01").status()).isEqualTo(200);
        assertThat(scene.patch(VAULT, VAULTS, Doc.of("tags", Doc.of("team", "render")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void deleteLock_stopsDeletesButNoWrites() {
        scene.vault(Doc.empty());
        scene.put(VAULT + LOCK, "2020-05-01", Doc.of("properties", Doc.of("level", "CanNotDelete")));

        assertThat(scene.patch(VAULT, VAULTS, Doc.of("tags", Doc.of("team", "render")))
                        .status())
                .isEqualTo(200);
        assertThat(scene.delete(VAULT, VAULTS).errorCode()).contains("ScopeLocked");
    }

    @Test
    void locks_areListedAtAndAboveTheScope() {
        scene.vault(Doc.empty());
        scene.put(GROUP + LOCK, "2020-05-01", Doc.of("properties", Doc.of("level", "CanNotDelete")));
        List<Doc> locks = scene.get(VAULT + "/providers/Microsoft.Authorization/locks", "2020-05-01")
                .document()
                .objects("value");

        assertThat(locks)
                .extracting(lock -> lock.text("properties.level").orElse(""))
                .containsExactly("CanNotDelete");
        assertThat(locks.get(0).text("id")).contains(GROUP + LOCK);
    }

    @Test
    void unknownLockLevel_isRefused() {
        assertThat(scene.put(GROUP + LOCK, "2020-05-01", Doc.of("properties", Doc.of("level", "NotSpecified")))
                        .status())
                .isEqualTo(400);
    }
}
