package io.github.hpccachecmk.testkit.world.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import io.github.hpccachecmk.testkit.world.DirectoryPrincipal;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Scene;
import io.github.hpccachecmk.testkit.world.Timing;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** User-assigned identities, held against recorded traffic of the amlfs extension of Azure/azure-cli-extensions. */
class IdentityTest {
    private static final String IDENTITIES =
            Scene.GROUP + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities";
    private static final String IDENTITY = IDENTITIES + "/render-id";
    private static final String VERSION = "2024-11-30";
    private static final Doc BODY = Doc.of("location", "eastus");

    private final Scene scene = new Scene();

    @Test
    void putOfIdentity_answers201WithAllIdsAtOnceAndLowerCaseResourcegroups() {
        WireResponse made = scene.put(IDENTITY, VERSION, BODY);
        Doc properties = made.document().object("properties");

        assertThat(made.status()).isEqualTo(201);
        assertThat(properties.text("isolationScope")).contains("None");
        assertThat(properties.text("tenantId"))
                .contains(scene.world().settings().tenantId());
        assertThat(properties.text("principalId")).isPresent().isNotEqualTo(properties.text("clientId"));
        assertThat(made.document().text("id")).contains(IDENTITY.replace("/resourceGroups/", "/resourcegroups/"));
        assertThat(made.header("Location").orElseThrow()).startsWith("/subscriptions/");
    }

    @Test
    void olderVersion_doesNotKnowIsolation() {
        assertThat(scene.put(IDENTITY, "2023-01-31", BODY).document().object("properties"))
                .doesNotContainKey("isolationScope");
    }

    @Test
    void identityMadeAgain_hasAnotherPrincipal() {
        String first = principal(scene.put(IDENTITY, VERSION, BODY));
        assertThat(principal(scene.put(IDENTITY, VERSION, BODY))).isEqualTo(first);
        scene.delete(IDENTITY, VERSION);

        assertThat(scene.get(IDENTITY, VERSION).status()).isEqualTo(404);
        assertThat(principal(scene.put(IDENTITY, VERSION, BODY))).isNotEqualTo(first);
    }

    @Test
    void newPrincipal_isReplicatedAfterItsDelay() {
        Scene slow =
                new Scene(Timing.immediate().with(Change.PRINCIPAL_REPLICATES, Delay.after(Duration.ofSeconds(20))));
        String principal = principal(slow.put(IDENTITY, VERSION, BODY));

        assertThat(slow.world().principal(principal).map(DirectoryPrincipal::isReplicated))
                .contains(false);
        slow.advance(Duration.ofSeconds(20));
        assertThat(slow.world().principal(principal).map(DirectoryPrincipal::isReplicated))
                .contains(true);
    }

    @Test
    void lists_holdTheIdentitiesOfGroupAndSubscription() {
        scene.put(IDENTITY, VERSION, BODY);

        assertThat(scene.get(IDENTITIES, VERSION).document().objects("value")).hasSize(1);
        assertThat(scene.get(
                                Scene.SUBSCRIPTION + "/providers/Microsoft.ManagedIdentity/userAssignedIdentities",
                                VERSION)
                        .document()
                        .objects("value"))
                .hasSize(1);
    }

    private static String principal(WireResponse identity) {
        return identity.document().text("properties.principalId").orElseThrow();
    }

    @Test
    void patch_changesTheTagsAndNothingElse() {
        String principal = principal(scene.put(IDENTITY, VERSION, BODY));
        WireResponse changed = scene.patch(IDENTITY, VERSION, Doc.of("tags", Doc.of("team", "render")));

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.document().text("tags.team")).contains("render");
        assertThat(principal(changed)).isEqualTo(principal);
        assertThat(scene.patch(IDENTITY + "x", VERSION, Doc.empty()).status()).isEqualTo(404);
    }

    @Test
    void deletedIdentity_takesItsPrincipalOutOfTheDirectory() {
        String principal = principal(scene.put(IDENTITY, VERSION, BODY));
        assertThat(scene.world().principal(principal)).isPresent();

        assertThat(scene.delete(IDENTITY, VERSION).status()).isEqualTo(200);
        assertThat(scene.world().principal(principal)).isEmpty();
        assertThat(scene.delete(IDENTITY, VERSION).status()).isEqualTo(204);
    }
}
