package io.github.hpccachecmk.testkit.world.vault;

import static io.github.hpccachecmk.testkit.world.Scene.VAULT;
import static io.github.hpccachecmk.testkit.world.Scene.VAULTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Scene;
import io.github.hpccachecmk.testkit.world.Timing;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vaults on the control plane, held against recorded traffic of Azure/azure-sdk-for-go, -python and -js. */
class VaultTest {
    private final Scene scene = new Scene();

    private static Doc body(Doc properties) {
        return Doc.of(
                "location",
                "East US",
                "properties",
                Doc.of(
                                "tenantId", Scene.TENANT,
                                "sku", Doc.of("family", "A", "name", "standard"),
                                "accessPolicies", List.of())
                        .withAll(properties));
    }

    @Test
    void putOfNewVault_answers200RegisteringDnsThenSucceeded() {
        Scene slow = new Scene(Timing.usual());
        WireResponse made = slow.put(VAULT, VAULTS, body(Doc.empty()));

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.document().text("properties.provisioningState")).contains("RegisteringDns");
        slow.advance(Duration.ofSeconds(30));
        assertThat(slow.get(VAULT, VAULTS).document().text("properties.provisioningState"))
                .contains("Succeeded");
    }

    @Test
    void vaultUri_putSpellsAsTheCallerGetInLowerCaseWithSlash() {
        String mixed = VAULT.replace("contoso-cmk", "Contoso-CMK");
        WireResponse made = scene.put(mixed, VAULTS, body(Doc.empty()));

        assertThat(made.document().text("properties.vaultUri")).contains("https://Contoso-CMK.vault.azure.net");
        assertThat(scene.get(mixed, VAULTS).document().text("properties.vaultUri"))
                .contains("https://contoso-cmk.vault.azure.net/");
    }

    @Test
    void membersNotSent_softDeleteAndPublicAccessAppearTheOthersAreAbsent() {
        Doc properties = scene.put(VAULT, VAULTS, body(Doc.empty())).document().object("properties");

        assertThat(properties.flag("enableSoftDelete")).contains(true);
        assertThat(properties.text("publicNetworkAccess")).contains("Enabled");
        assertThat(List.of(
                        "enablePurgeProtection", "enableRbacAuthorization", "softDeleteRetentionInDays", "networkAcls"))
                .noneMatch(properties::containsKey);
    }

    @Test
    void vaultMadeWithPurgeProtectionAndSevenDays_showsAllThreeMembers() {
        scene.vault(Doc.of("enablePurgeProtection", true, "softDeleteRetentionInDays", 7));
        Doc properties = scene.get(VAULT, VAULTS).document().object("properties");

        assertThat(properties.flag("enableSoftDelete")).contains(true);
        assertThat(properties.flag("enablePurgeProtection")).contains(true);
        assertThat(properties.number("softDeleteRetentionInDays")).contains(7);
    }

    @ParameterizedTest
    @CsvSource({"2025-05-01, false", "2026-02-01, true"})
    void newVaultThatSaysNothing_usesRolesSince20260201(String version, boolean isRbac) {
        WireResponse made = scene.put(VAULT, version, body(Doc.empty()));

        assertThat(made.document().object("properties").containsKey("enableRbacAuthorization"))
                .isEqualTo(isRbac);
    }

    @Test
    void systemData_isAtTopLevelWithMillisecondsAndThereIsNoEtag() {
        WireResponse made = scene.put(VAULT, VAULTS, body(Doc.empty()));

        assertThat(made.document().text("systemData.createdAt")).contains("2026-03-01T08:00:00.000Z");
        assertThat(made.document()).doesNotContainKey("etag");
        assertThat(made.header("ETag")).isEmpty();
    }

    @Test
    void patchOfTags_answersWholeVaultAndMovesLastModified() {
        scene.vault(Doc.empty()).advance(Duration.ofMinutes(1));
        WireResponse patched = scene.patch(VAULT, VAULTS, Doc.of("tags", Doc.of("team", "render")));

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.document().text("tags.team")).contains("render");
        assertThat(patched.document().text("properties.sku.name")).contains("standard");
        assertThat(patched.document().text("systemData.createdAt")).contains("2026-03-01T08:00:00.000Z");
        assertThat(patched.document().text("systemData.lastModifiedAt")).contains("2026-03-01T08:01:00.000Z");
    }

    @Test
    void patchWithAccessPolicies_isAccepted() {
        scene.vault(Doc.empty());
        WireResponse patched = scene.patch(VAULT, VAULTS, Scene.policies(Scene.OWNER_ID, "get"));

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.document().objects("properties.accessPolicies")).hasSize(1);
    }

    @Test
    void fullPutWithMembersCopiedFromGet_isAcceptedAndReplacesTheList() {
        scene.vault(Doc.empty());
        scene.put(VAULT + "/accessPolicies/add", VAULTS, Scene.policies(Scene.OWNER_ID, "get"));
        Doc copied = scene.get(VAULT, VAULTS)
                .document()
                .withAt(
                        "properties.accessPolicies",
                        List.of(Scene.policy("44444444-4444-4444-8444-444444444444", "list")));
        WireResponse put = scene.put(VAULT, VAULTS, copied);

        assertThat(put.status()).isEqualTo(200);
        assertThat(put.document().objects("properties.accessPolicies"))
                .extracting(entry -> entry.text("objectId").orElse(""))
                .containsExactly("44444444-4444-4444-8444-444444444444");
    }

    @Test
    void purgeProtectionOff_isRefusedInTheServicesWords() {
        scene.vault(Doc.of("enablePurgeProtection", true));
        WireResponse refused = scene.patch(VAULT, VAULTS, Doc.of("properties", Doc.of("enablePurgeProtection", false)));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.document().text("error.message"))
                .contains("The property \"enablePurgeProtection\" cannot be set to false. Enabling the purge protection"
                        + " for a vault is an irreversible action.");
    }

    @Test
    void putThatLeavesPurgeProtectionOut_keepsIt() {
        scene.vault(Doc.of("enablePurgeProtection", true)).vault(Doc.empty());

        assertThat(scene.get(VAULT, VAULTS).document().flag("properties.enablePurgeProtection"))
                .contains(true);
    }

    @Test
    void softDeleteOff_isRefusedOnExistingVault() {
        scene.vault(Doc.empty());

        assertThat(scene.patch(VAULT, VAULTS, Doc.of("properties", Doc.of("enableSoftDelete", false)))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"7, 200", "8, 400", "90, 400"})
    void retentionOnceSet_cannotChange(int days, int status) {
        scene.vault(Doc.of("softDeleteRetentionInDays", 7));

        assertThat(scene.patch(VAULT, VAULTS, Doc.of("properties", Doc.of("softDeleteRetentionInDays", days)))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"6, 400", "7, 200", "90, 200", "91, 400"})
    void retention_isSevenToNinetyDays(int days, int status) {
        assertThat(scene.put(VAULT, VAULTS, body(Doc.of("softDeleteRetentionInDays", days)))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void list_isPagedByTopAndNextLink() {
        for (int i = 0; i < 5; i++) {
            scene.put(VAULT + i, VAULTS, body(Doc.empty()));
        }
        WireResponse first = scene.send(io.github.hpccachecmk.testkit.world.WireRequest.arm(
                        "GET", Scene.GROUP + "/providers/Microsoft.KeyVault/vaults", VAULTS, null, Scene.OWNER)
                .withQuery("$top", "2"));
        WireResponse second = scene.follow(first);
        WireResponse third = scene.follow(second);

        assertThat(List.of(first, second, third))
                .extracting(page -> page.document().objects("value").size())
                .containsExactly(2, 2, 1);
        assertThat(third.document().has("nextLink")).isFalse();
        assertThat(second.document().objects("value").get(0).text("name")).contains("contoso-cmk2");
    }

    @Test
    void listBySubscription_holdsVaultsOfAllGroups() {
        scene.vault(Doc.empty());

        assertThat(scene.get(Scene.SUBSCRIPTION + "/providers/Microsoft.KeyVault/vaults", VAULTS)
                        .document()
                        .objects("value"))
                .extracting(vault -> vault.text("id").orElse(""))
                .containsExactly(VAULT);
    }

    @Test
    void writesThatOverlap_areRefusedWithConflictWhenSwitchedOn() {
        scene.change(world -> world.settings(settings -> settings.with(Behaviour.VAULT_WRITES_OVERLAP, true)))
                .vault(Doc.empty());
        Doc tags = Doc.of("tags", Doc.of("team", "render"));
        WireResponse refused = scene.advance(Duration.ofMillis(500)).patch(VAULT, VAULTS, tags);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.errorCode()).contains("ConflictError");
        assertThat(refused.document().text("error.message"))
                .get()
                .asString()
                .contains("changed from the point the operation began");
        assertThat(scene.advance(Duration.ofSeconds(1))
                        .patch(VAULT, VAULTS, tags)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void accessPolicy_isEffectiveForServicesAfterItsDelay() {
        Scene slow =
                new Scene(Timing.immediate().with(Change.ACCESS_POLICY_EFFECTIVE, Delay.after(Duration.ofSeconds(30))));
        slow.vault(Doc.empty());
        slow.put(VAULT + "/accessPolicies/add", VAULTS, Scene.policies(Scene.OWNER_ID, "get", "wrapKey"));

        assertThat(effective(slow)).isEmpty();
        assertThat(effective(slow.advance(Duration.ofSeconds(29)))).isEmpty();
        assertThat(effective(slow.advance(Duration.ofSeconds(1)))).containsExactlyInAnyOrder("get", "wrapkey");
    }

    private static java.util.Set<String> effective(Scene scene) {
        return scene.world()
                .state(VAULT, VaultState.class)
                .flatMap(state -> state.effectivePolicies().get(Scene.OWNER_ID))
                .orElse(java.util.Set.of());
    }
}
