package io.github.hpccachecmk.testkit.world.platform;

import static io.github.hpccachecmk.testkit.world.Scene.GROUP;
import static io.github.hpccachecmk.testkit.world.Scene.SUBSCRIPTION;
import static io.github.hpccachecmk.testkit.world.Scene.VAULT;
import static io.github.hpccachecmk.testkit.world.Scene.VAULTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Scene;
import io.github.hpccachecmk.testkit.world.Timing;
import io.github.hpccachecmk.testkit.world.WireAddress;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A group and what is in it, on their way out. */
class GroupDeletionTest {
    private static final String VERSION = "2021-04-01";
    private static final String IDENTITY =
            GROUP + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities/render-id";

    private final Scene scene =
            new Scene(Timing.immediate().with(Change.GROUP_DELETED, Delay.after(Duration.ofMinutes(6))));

    private WireResponse poll(WireResponse accepted) {
        return scene.get(
                WireAddress.of(accepted.header("Location").orElseThrow()).path(), VERSION);
    }

    @Test
    void delete_answers202AndTheLocationTellsWhenAllIsGone() {
        scene.vault(Doc.empty()).put(IDENTITY, "2023-01-31", Doc.of("location", "eastus"));
        WireResponse accepted = scene.delete(GROUP, VERSION);

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(poll(accepted).status()).isEqualTo(202);
        assertThat(scene.get(GROUP, VERSION).document().text("properties.provisioningState"))
                .contains("Deleting");

        scene.advance(Duration.ofMinutes(6));

        assertThat(poll(accepted).status()).isEqualTo(200);
        assertThat(scene.get(GROUP, VERSION).errorCode()).contains("ResourceGroupNotFound");
        assertThat(scene.get(IDENTITY, "2023-01-31").errorCode()).contains("ResourceGroupNotFound");
        assertThat(scene.world().resource(IDENTITY)).isEmpty();
    }

    @Test
    void vaultOfADeletedGroup_holdsItsNameAndComesBackWithItsKeys() {
        scene.vault(Doc.empty()).put(VAULT + "/keys/disk", VAULTS, Doc.of("properties", Doc.of("kty", "RSA")));
        scene.delete(GROUP, VERSION);
        scene.advance(Duration.ofMinutes(6));
        String deleted = SUBSCRIPTION + "/providers/Microsoft.KeyVault/locations/eastus/deletedVaults/contoso-cmk";
        assertThat(scene.get(deleted, VAULTS).status()).isEqualTo(200);

        scene.put(GROUP, VERSION, Doc.of("location", "eastus"));
        Doc recover = Doc.of("location", "eastus", "properties", Doc.of("createMode", "recover"));

        assertThat(scene.put(VAULT, VAULTS, recover).status()).isEqualTo(200);
        assertThat(scene.get(VAULT + "/keys/disk", VAULTS).status()).isEqualTo(200);
    }

    @Test
    void groupThatIsBeingDeleted_takesNothingNew() {
        scene.delete(GROUP, VERSION);

        assertThat(scene.put(IDENTITY, "2023-01-31", Doc.of("location", "eastus"))
                        .errorCode())
                .contains("ResourceGroupBeingDeleted");
    }

    @Test
    void missingGroup_isNotFound() {
        assertThat(scene.delete(GROUP + "x", VERSION).errorCode()).contains("ResourceGroupNotFound");
        assertThat(scene.get(SUBSCRIPTION + "/operationresults/nothing", VERSION)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void patchOfGroup_changesItsTags() {
        scene.patch(GROUP, VERSION, Doc.of("tags", Doc.of("team", "render")));

        assertThat(scene.get(GROUP, VERSION).document().text("tags.team")).contains("render");
        assertThat(scene.get(GROUP, VERSION).document().text("location")).contains("eastus");
    }
}
