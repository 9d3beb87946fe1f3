package io.github.hpccachecmk.testkit.world.access;

import static io.github.hpccachecmk.testkit.world.Scene.AUTHORIZATION;
import static io.github.hpccachecmk.testkit.world.Scene.GROUP;
import static io.github.hpccachecmk.testkit.world.Scene.SUBSCRIPTION;
import static io.github.hpccachecmk.testkit.world.Scene.VAULT;
import static io.github.hpccachecmk.testkit.world.Scene.VAULTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Scene;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What locks stop, by Microsoft's article "Lock your Azure resources to protect your infrastructure". */
class LockTest {
    private static final String LOCK = "/providers/Microsoft.Authorization/locks/keep";
    private static final String VERSION = "2020-05-01";

    private final Scene scene = new Scene();

    @BeforeEach
    void vault() {
        scene.vault(Doc.of("accessPolicies", java.util.List.of(Scene.policy(Scene.OWNER_ID, "list"))));
    }

    private void lock(String scope, String level) {
        WireResponse made = scene.put(scope + LOCK, VERSION, Doc.of("properties", Doc.of("level", level)));
        assertThat(made.status()).isEqualTo(201);
    }

    @Test
    void readOnlyLock_stopsPostsThatOnlyAskUnlessSwitchedOff() {
        lock(SUBSCRIPTION, "ReadOnly");
        String check = SUBSCRIPTION + "/providers/Microsoft.KeyVault/checkNameAvailability";
        Doc body = Doc.of("name", "other-vault", "type", "Microsoft.KeyVault/vaults");

        assertThat(scene.post(check, VAULTS, body).errorCode()).contains("ScopeLocked");
        scene.change(world -> world.settings(settings -> settings.with(Behaviour.READ_ONLY_LOCK_STOPS_POST, false)));
        assertThat(scene.post(check, VAULTS, body).status()).isEqualTo(200);
    }

    @Test
    void readOnlyLock_stopsRoleAssignmentsAndLetsReadsPass() {
        lock(GROUP, "ReadOnly");
        Doc body = Doc.of(
                "properties", Doc.of("principalId", Scene.OWNER_ID, "roleDefinitionId", "x/" + BuiltInRoles.READER));

        assertThat(scene.put(
                                VAULT
                                        + "/providers/Microsoft.Authorization/roleAssignments/77777777-7777-4777-8777-777777777771",
                                AUTHORIZATION,
                                body)
                        .errorCode())
                .contains("ScopeLocked");
        assertThat(scene.get(VAULT, VAULTS).status()).isEqualTo(200);
    }

    @Test
    void lockOnAVault_stopsTheDeleteOfItsGroup() {
        lock(VAULT, "CanNotDelete");

        WireResponse refused = scene.delete(GROUP, "2021-04-01");

        assertThat(refused.errorCode()).contains("ScopeLocked");
        assertThat(refused.document().text("error.message").orElseThrow()).contains(VAULT);
    }

    @Test
    void locks_areNotAskedOnTheDataPlane() {
        lock(VAULT, "ReadOnly");
        WireRequest keys = new WireRequest(
                "GET",
                "contoso-cmk.vault.azure.net",
                "/keys",
                Map.of("api-version", "7.4"),
                Map.of(),
                null,
                Scene.OWNER);

        assertThat(scene.send(keys).status()).isEqualTo(200);
    }
}
