package io.github.hpccachecmk.testkit.world.vault;

import static io.github.hpccachecmk.testkit.world.Scene.VAULT;
import static io.github.hpccachecmk.testkit.world.Scene.VAULTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.DirectoryPrincipal;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Scene;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessPolicyTest {
    private static final String ADD = VAULT + "/accessPolicies/add";
    private static final String REPLACE = VAULT + "/accessPolicies/replace";
    private static final String REMOVE = VAULT + "/accessPolicies/remove";
    private static final String SOMEBODY = "44444444-4444-4444-8444-444444444444";
    private static final String ANOTHER = "55555555-5555-4555-8555-555555555555";

    private final Scene scene = new Scene();

    @BeforeEach
    void vault() {
        scene.vault(Doc.empty());
        scene.put(ADD, VAULTS, Scene.policies(SOMEBODY, "get", "list", "create"));
    }

    @Test
    void answerOfAdd_hasIdWithFinalSlashAndNoName() {
        Doc answer = scene.put(ADD, VAULTS, Scene.policies(ANOTHER, "get")).document();

        assertThat(answer.text("id")).contains(VAULT + "/accessPolicies/");
        assertThat(answer.text("type")).contains("Microsoft.KeyVault/vaults/accessPolicies");
        assertThat(answer).doesNotContainKey("name");
    }

    @Test
    void answerOfAdd_isTheMergedListAndUnitesThePermissionsOfAPrincipal() {
        scene.put(ADD, VAULTS, Scene.policies(ANOTHER, "get"));
        WireResponse answer = scene.put(ADD, VAULTS, Scene.policies(SOMEBODY, "encrypt", "GET"));

        assertThat(answer.status()).isEqualTo(200);
        List<Doc> policies = answer.document().objects("properties.accessPolicies");
        assertThat(policies).hasSize(2);
        assertThat(policies.get(0).texts("permissions.keys")).containsExactly("get", "list", "create", "encrypt");
    }

    @Test
    void replace_setsThePermissionsOfThePrincipalAndLeavesOthers() {
        scene.put(ADD, VAULTS, Scene.policies(ANOTHER, "get"));
        List<Doc> policies = scene.put(REPLACE, VAULTS, Scene.policies(SOMEBODY, "sign"))
                .document()
                .objects("properties.accessPolicies");

        assertThat(policies)
                .extracting(entry -> entry.texts("permissions.keys"))
                .containsExactly(List.of("sign"), List.of("get"));
    }

    @Test
    void remove_takesThePermissionsNamedAndDropsAnEmptyEntry() {
        assertThat(scene.put(REMOVE, VAULTS, Scene.policies(SOMEBODY, "list"))
                        .document()
                        .objects("properties.accessPolicies"))
                .extracting(entry -> entry.texts("permissions.keys"))
                .containsExactly(List.of("get", "create"));
        assertThat(scene.put(REMOVE, VAULTS, Scene.policies(SOMEBODY, "get", "create"))
                        .document()
                        .objects("properties.accessPolicies"))
                .isEmpty();
    }

    @Test
    void moreThanSixteenEntries_areRefusedAndNothingIsWritten() {
        List<Doc> seventeen = IntStream.range(0, 17)
                .mapToObj(i -> Scene.policy(String.format("66666666-6666-4666-8666-%012d", i), "get"))
                .toList();
        WireResponse refused = scene.put(ADD, VAULTS, Doc.of("properties", Doc.of("accessPolicies", seventeen)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(scene.get(VAULT, VAULTS).document().objects("properties.accessPolicies"))
                .hasSize(1);
    }

    @Test
    void moreThan1024Entries_areRefused() {
        for (int call = 0; call < 63; call++) {
            assertThat(scene.put(ADD, VAULTS, sixteen(call)).status()).isEqualTo(200);
        }

        assertThat(scene.put(ADD, VAULTS, sixteen(63)).status()).isEqualTo(400);
    }

    private static Doc sixteen(int call) {
        return Doc.of(
                "properties",
                Doc.of(
                        "accessPolicies",
                        IntStream.range(0, 16)
                                .mapToObj(i -> Scene.policy(
                                        String.format("66666666-6666-4666-8666-%012d", call * 16 + i), "get"))
                                .toList()));
    }

    @Test
    void principalThatIsNotReplicatedYet_isRefusedUntilItIs() {
        scene.change(world -> world.with(new DirectoryPrincipal(ANOTHER, "ServicePrincipal", false)));
        WireResponse refused = scene.put(ADD, VAULTS, Scene.policies(ANOTHER, "get"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.document().text("error.message"))
                .contains("Invalid value found at accessPolicies[0].ObjectId: " + ANOTHER);
        scene.change(world -> world.with(new DirectoryPrincipal(ANOTHER, "ServicePrincipal", true)));
        assertThat(scene.put(ADD, VAULTS, Scene.policies(ANOTHER, "get")).status())
                .isEqualTo(200);
    }

    @Test
    void permissionWithABlank_isRefusedInTheServicesWords() {
        WireResponse refused = scene.put(ADD, VAULTS, Scene.policies(ANOTHER, " list"));

        assertThat(refused.errorCode()).contains("BadRequest");
        assertThat(refused.document().text("error.message"))
                .contains("An invalid value was provided for 'accessPolicies'.");
    }
}
