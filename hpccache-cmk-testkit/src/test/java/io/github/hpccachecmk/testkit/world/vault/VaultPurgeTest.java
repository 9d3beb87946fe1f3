package io.github.hpccachecmk.testkit.world.vault;

import static io.github.hpccachecmk.testkit.world.Scene.SUBSCRIPTION;
import static io.github.hpccachecmk.testkit.world.Scene.VAULT;
import static io.github.hpccachecmk.testkit.world.Scene.VAULTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Scene;
import io.github.hpccachecmk.testkit.world.Timing;
import io.github.hpccachecmk.testkit.world.WireAddress;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Purge of deleted vaults, held against recorded traffic of Azure/azure-sdk-for-python; and names. */
class VaultPurgeTest {
    private static final String PROVIDER = SUBSCRIPTION + "/providers/Microsoft.KeyVault";
    private static final String DELETED = PROVIDER + "/locations/eastus/deletedVaults/contoso-cmk";

    private final Scene scene = new Scene(Timing.usual());

    private WireResponse poll(WireResponse accepted) {
        return scene.get(
                WireAddress.of(accepted.header("Location").orElseThrow()).path(), VAULTS);
    }

    @Test
    void purge_answers202WithLocationAndPollsNotStartedThenSucceededAfter26Seconds() {
        scene.vault(Doc.empty()).delete(VAULT, VAULTS);
        WireResponse accepted = scene.post(DELETED + "/purge", VAULTS, null);

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.header("Location").orElseThrow()).contains("/operationResults/");
        assertThat(accepted.header("Retry-After")).contains("5");
        WireResponse running = poll(accepted);
        assertThat(running.status()).isEqualTo(202);
        assertThat(running.document().text("status")).contains("NotStarted");
        assertThat(running.document()).doesNotContainKey("lastActionDateTime");
        scene.advance(Duration.ofSeconds(26));
        WireResponse done = poll(accepted);
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.document().text("status")).contains("Succeeded");
        assertThat(done.document()).containsKeys("createdDateTime", "lastActionDateTime");
        assertThat(scene.get(DELETED, VAULTS).errorCode()).contains("DeletedVaultNotFound");
        assertThat(scene.vault(Doc.empty()).get(VAULT, VAULTS).status()).isEqualTo(200);
    }

    @Test
    void purgeOfAProtectedVault_isNotAllowed() {
        scene.vault(Doc.of("enablePurgeProtection", true)).delete(VAULT, VAULTS);

        WireResponse refused = scene.post(DELETED + "/purge", VAULTS, null);

        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.document().text("error.message")).contains("Operation 'DeletedVaultPurge' is not allowed.");
        assertThat(scene.get(DELETED, VAULTS).status()).isEqualTo(200);
    }

    @Test
    void purgeOfALivingVault_findsNoDeletedOne() {
        scene.vault(Doc.empty());

        assertThat(scene.post(DELETED + "/purge", VAULTS, null).errorCode()).contains("DeletedVaultNotFound");
    }

    @Test
    void nameThatNoVaultCanHave_isNotAvailable() {
        Doc answer = scene.post(
                        PROVIDER + "/checkNameAvailability",
                        VAULTS,
                        Doc.of("name", "1-vault", "type", "Microsoft.KeyVault/vaults"))
                .document();

        assertThat(answer.flag("nameAvailable")).contains(false);
        assertThat(answer.text("reason")).contains("AccountNameInvalid");
    }

    @Test
    void listOfDeletedVaults_fansOutOverTheRegionsAndTellsTheirRequestIds() {
        WireResponse list = scene.get(Scene.SUBSCRIPTION + "/providers/Microsoft.KeyVault/deletedVaults", Scene.VAULTS);

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.header("x-ms-original-request-ids").orElseThrow().split(",", -1))
                .hasSize(36)
                .doesNotHaveDuplicates();
    }
}
