package io.github.hpccachecmk.testkit.world.vault;

import static io.github.hpccachecmk.testkit.world.Scene.VAULT;
import static io.github.hpccachecmk.testkit.world.Scene.VAULTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Scene;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys on the control plane, held against recorded traffic of Azure/azure-sdk-for-go armkeyvault tests. */
class KeyTest {
    private static final String KEY = VAULT + "/keys/cache-key";
    private static final Doc BODY = Doc.of(
            "properties",
            Doc.of(
                    "kty",
                    "RSA",
                    "keySize",
                    2048,
                    "keyOps",
                    List.of("wrapKey", "unwrapKey"),
                    "attributes",
                    Doc.of("enabled", true)));

    private final Scene scene = new Scene();

    @BeforeEach
    void vault() {
        scene.vault(Doc.empty());
    }

    @Test
    void putOfKey_answers200WithSizeAndUrisWithoutPortAndNoRotationPolicy() {
        WireResponse made = scene.put(KEY, VAULTS, BODY);
        Doc properties = made.document().object("properties");

        assertThat(made.status()).isEqualTo(200);
        assertThat(properties.text("kty")).contains("RSA");
        assertThat(properties.number("keySize")).contains(2048);
        assertThat(properties.texts("keyOps")).containsExactly("wrapKey", "unwrapKey");
        assertThat(properties.object("attributes").keySet()).contains("enabled", "created", "updated", "recoveryLevel");
        assertThat(properties.text("keyUri")).contains("https://contoso-cmk.vault.azure.net/keys/cache-key");
        assertThat(properties.text("keyUriWithVersion").orElseThrow())
                .matches("https://contoso-cmk\\.vault\\.azure\\.net/keys/cache-key/[0-9a-f]{32}");
        assertThat(properties).doesNotContainKey("rotationPolicy");
    }

    @Test
    void getOfKey_hasARotationPolicyAlthoughNoneWasSet() {
        scene.put(KEY, VAULTS, BODY);
        Doc action = scene.get(KEY, VAULTS)
                .document()
                .objects("properties.rotationPolicy.lifetimeActions")
                .get(0);

        assertThat(action.text("trigger.timeBeforeExpiry")).contains("P30D");
        assertThat(action.text("action.type")).contains("Notify");
    }

    @Test
    void putOfExistingKey_makesNoNewVersion() {
        String first = scene.put(KEY, VAULTS, BODY)
                .document()
                .text("properties.keyUriWithVersion")
                .orElseThrow();
        WireResponse again = scene.put(KEY, VAULTS, BODY.withAt("properties.keySize", 4096));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.document().text("properties.keyUriWithVersion")).contains(first);
        assertThat(again.document().number("properties.keySize")).contains(2048);
    }

    @Test
    void listItems_haveAttributesAndKeyUriOnly() {
        scene.put(KEY, VAULTS, BODY);
        Doc item =
                scene.get(VAULT + "/keys", VAULTS).document().objects("value").get(0);

        assertThat(item.object("properties").keySet()).containsExactly("attributes", "keyUri");
    }

    @Test
    void versionItems_areNamedByVersionAndHaveBothUris() {
        scene.put(KEY, VAULTS, BODY);
        Doc item =
                scene.get(KEY + "/versions", VAULTS).document().objects("value").get(0);

        assertThat(item.text("name").orElseThrow()).matches("[0-9a-f]{32}");
        assertThat(item.text("type")).contains("Microsoft.KeyVault/vaults/keys/versions");
        assertThat(item.object("properties").keySet()).containsExactly("attributes", "keyUri", "keyUriWithVersion");
        assertThat(scene.get(KEY + "/versions/" + item.text("name").orElseThrow(), VAULTS)
                        .document()
                        .number("properties.keySize"))
                .contains(2048);
    }

    @Test
    void times_areEpochSeconds() {
        Doc attributes = scene.put(KEY, VAULTS, BODY).document().object("properties.attributes");

        assertThat(attributes.number("created").orElseThrow().longValue())
                .isEqualTo(scene.now().getEpochSecond());
    }

    @ParameterizedTest
    @CsvSource({
        "false, 90, Recoverable+Purgeable",
        "true, 7, CustomizedRecoverable",
        "true, 90, Recoverable",
        "false, 7, CustomizedRecoverable+Purgeable"
    })
    void recoveryLevel_followsPurgeProtectionAndRetention(boolean isProtected, int days, String level) {
        scene.change(world -> world.update(
                VAULT,
                vault -> vault.with(vault.document()
                        .withAt("properties.softDeleteRetentionInDays", days)
                        .withAt("properties.enablePurgeProtection", isProtected))));
        scene.put(KEY, VAULTS, BODY);

        assertThat(scene.get(KEY, VAULTS).document().text("properties.attributes.recoveryLevel"))
                .contains(level);
    }

    @Test
    void unknownKey_answers404() {
        assertThat(scene.get(KEY, VAULTS).status()).isEqualTo(404);
        assertThat(scene.get(KEY + "/versions/0123456789abcdef0123456789abcdef", VAULTS)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void firewallThatDeniesAll_doesNotBlockTheControlPlane() {
        scene.patch(
                VAULT,
                VAULTS,
                Doc.of("properties", Doc.of("networkAcls", Doc.of("defaultAction", "Deny", "bypass", "None"))));

        assertThat(scene.put(KEY, VAULTS, BODY).status()).isEqualTo(200);
        assertThat(scene.get(KEY, VAULTS).status()).isEqualTo(200);
    }

    @Test
    void deletedVault_isShownWithPurgeDateNinetyDaysLaterAndHoldsItsName() {
        scene.put(KEY, VAULTS, BODY);
        assertThat(scene.delete(VAULT, VAULTS).status()).isEqualTo(200);
        String path = Scene.SUBSCRIPTION + "/providers/Microsoft.KeyVault/locations/eastus/deletedVaults/contoso-cmk";
        Doc deleted = scene.get(path, VAULTS).document();

        assertThat(deleted.text("id")).contains(path);
        assertThat(deleted.text("properties.vaultId")).contains(VAULT);
        assertThat(deleted.text("properties.deletionDate")).contains("2026-03-01T08:00:00.000Z");
        assertThat(deleted.text("properties.scheduledPurgeDate")).contains("2026-05-30T08:00:00.000Z");
        assertThat(scene.get(Scene.SUBSCRIPTION + "/providers/Microsoft.KeyVault/deletedVaults", VAULTS)
                        .document()
                        .objects("value"))
                .hasSize(1);
        assertThat(scene.get(VAULT, VAULTS).errorCode()).contains("ResourceNotFound");
        assertThat(put(Doc.empty()).errorCode()).contains("ConflictError");
    }

    @Test
    void recover_bringsVaultAndKeysBackButNoRoleAssignments() {
        scene.put(KEY, VAULTS, BODY);
        String assignment =
                KEY + "/providers/Microsoft.Authorization/roleAssignments/77777777-7777-4777-8777-777777777777";
        scene.put(
                assignment,
                Scene.AUTHORIZATION,
                Doc.of(
                        "properties",
                        Doc.of(
                                "principalId", Scene.OWNER_ID,
                                "principalType", "ServicePrincipal",
                                "roleDefinitionId",
                                        "/providers/Microsoft.Authorization/roleDefinitions/e147488a-f6f5-4113-8e2d-b22465e65bf6")));
        scene.delete(VAULT, VAULTS);
        WireResponse recovered = put(Doc.of("createMode", "recover"));

        assertThat(recovered.status()).isEqualTo(200);
        assertThat(scene.get(KEY, VAULTS).status()).isEqualTo(200);
        assertThat(scene.get(assignment, Scene.AUTHORIZATION).status()).isEqualTo(404);
    }

    @Test
    void nameOfDeletedVault_isFreeAfterItsRetention() {
        scene.delete(VAULT, VAULTS);

        assertThat(scene.advance(Duration.ofDays(90)).world()).isNotNull();
        assertThat(put(Doc.empty()).status()).isEqualTo(200);
    }

    @Test
    void checkNameAvailability_saysAlreadyExistsForLivingAndDeletedVaults() {
        String path = Scene.SUBSCRIPTION + "/providers/Microsoft.KeyVault/checkNameAvailability";
        Doc body = Doc.of("name", "Contoso-cmk", "type", "Microsoft.KeyVault/vaults");
        Doc taken = scene.post(path, VAULTS, body).document();
        scene.delete(VAULT, VAULTS);
        Doc held = scene.post(path, VAULTS, body).document();

        assertThat(taken.flag("nameAvailable")).contains(false);
        assertThat(taken.text("reason")).contains("AlreadyExists");
        assertThat(taken.text("message").orElseThrow())
                .startsWith("The vault name 'Contoso-cmk' is already in use.")
                .contains("recoverable state");
        assertThat(held.flag("nameAvailable")).contains(false);
        assertThat(scene.post(path, VAULTS, body.with("name", "fabrikam-cmk"))
                        .document()
                        .flag("nameAvailable"))
                .contains(true);
    }

    @Test
    void checkNameAvailability_withoutTheType_isRefused() {
        String path = Scene.SUBSCRIPTION + "/providers/Microsoft.KeyVault/checkNameAvailability";

        assertThat(scene.post(path, VAULTS, Doc.of("name", "fabrikam-cmk")).status())
                .isEqualTo(400);
        assertThat(scene.post(path, VAULTS, Doc.of("name", "fabrikam-cmk", "type", "Microsoft.KeyVault/hsms"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void answers_carryTheServiceVersionAndNoServedBy() {
        WireResponse answer = scene.get(VAULT, VAULTS);

        assertThat(answer.header("x-ms-keyvault-service-version")).isPresent();
        assertThat(answer.header("x-ms-served-by")).isEmpty();
    }

    private WireResponse put(Doc properties) {
        return scene.put(
                VAULT,
                VAULTS,
                Doc.of(
                        "location",
                        "eastus",
                        "properties",
                        Doc.of(
                                        "tenantId", Scene.TENANT,
                                        "sku", Doc.of("family", "A", "name", "standard"),
                                        "accessPolicies", List.of())
                                .withAll(properties)));
    }
}
