package io.github.hpccachecmk.testkit.world.vault;

import static io.github.hpccachecmk.testkit.world.Scene.VAULT;
import static io.github.hpccachecmk.testkit.world.Scene.VAULTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.Scene;
import io.github.hpccachecmk.testkit.world.TokenAudience;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataPlaneTest {
    private static final String HOST = "contoso-cmk.vault.azure.net";
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final byte[] SECRET =
            "0123456789abcdef0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final Scene scene = new Scene();

    @BeforeEach
    void vault() {
        scene.vault(Doc.empty());
        scene.put(VAULT + "/accessPolicies/add", VAULTS, Scene.policies(Scene.OWNER_ID, "all"));
    }

    private WireResponse call(String method, String path, @Nullable Doc body) {
        return callAs(Scene.OWNER, method, path, body);
    }

    private WireResponse callAs(String principal, String method, String path, @Nullable Doc body) {
        return scene.send(new WireRequest(method, HOST, path, Map.of("api-version", "7.6"), Map.of(), body, principal));
    }

    private Doc create(String name) {
        WireResponse made = call("POST", "/keys/" + name + "/create", Doc.of("kty", "RSA"));
        assertThat(made.status()).isEqualTo(200);
        return made.document();
    }

    private static String version(Doc bundle) {
        String kid = bundle.text("key.kid").orElseThrow();
        return kid.substring(kid.lastIndexOf('/') + 1);
    }

    @Test
    void firstCallWithoutToken_isChallengedWithAuthorityTenantAndResource() {
        WireResponse challenge = callAs("", "POST", "/keys/cache-key/create", null);

        assertThat(challenge.status()).isEqualTo(401);
        assertThat(challenge.header("www-authenticate"))
                .contains("Bearer authorization=\"https://login.windows.net/"
                        + scene.world().settings().tenantId() + "\", resource=\"https://vault.azure.net\"");
        assertThat(challenge.header("x-ms-keyvault-region")).contains("eastus");
    }

    @ParameterizedTest
    @CsvSource({
        "https://management.core.windows.net/, 401",
        "https://vault.azure.net, 404",
        "https://vault.azure.cn, 401"
    })
    void tokenForAnotherAudience_isRefused(String audience, int status) {
        WireRequest request = new WireRequest(
                "GET", HOST, "/keys/nothing", Map.of("api-version", "7.6"), Map.of(), null, Scene.OWNER);

        assertThat(scene.send(request.withHeader(TokenAudience.HEADER, audience))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"7.4, 404", "7.5, 404", "7.6, 404", "2025-07-01, 404", "6.9, 400"})
    void apiVersion_isChecked(String version, int status) {
        WireRequest request = new WireRequest(
                "GET", HOST, "/keys/nothing", Map.of("api-version", version), Map.of(), null, Scene.OWNER);

        assertThat(scene.send(request).status()).isEqualTo(status);
    }

    @Test
    void createOfRsaKey_answers200WithSixOperations() {
        Doc bundle = create("cache-key");

        assertThat(bundle.text("key.kty")).contains("RSA");
        assertThat(bundle.texts("key.key_ops"))
                .containsExactly("encrypt", "decrypt", "sign", "verify", "wrapKey", "unwrapKey");
        assertThat(bundle.text("key.kid").orElseThrow()).matches("https://" + HOST + "/keys/cache-key/[0-9a-f]{32}");
        assertThat(new BigInteger(
                                1,
                                Base64.getUrlDecoder()
                                        .decode(bundle.text("key.n").orElseThrow()))
                        .bitLength())
                .isEqualTo(2048);
        assertThat(bundle.text("key.e")).contains("AQAB");
    }

    @Test
    void vaultWithPurgeProtectionAndSevenDays_saysCustomizedRecoverableAndRecoverableDays() {
        scene.patch(
                VAULT,
                VAULTS,
                Doc.of("properties", Doc.of("enablePurgeProtection", true, "softDeleteRetentionInDays", 7)));
        Doc attributes = create("cache-key").object("attributes");

        assertThat(attributes.text("recoveryLevel")).contains("CustomizedRecoverable");
        assertThat(attributes.number("recoverableDays")).contains(7);
    }

    @Test
    void createImportAndRotate_eachMakeANewVersion() throws GeneralSecurityException {
        String first = version(create("cache-key"));
        String second = version(create("cache-key"));
        WireResponse rotated = call("POST", "/keys/cache-key/rotate", null);
        WireResponse imported = call("PUT", "/keys/cache-key", importable(pair()));
        List<Doc> versions =
                call("GET", "/keys/cache-key/versions", null).document().objects("value");

        assertThat(List.of(first, second, version(rotated.document()), version(imported.document())))
                .doesNotHaveDuplicates()
                .hasSize(versions.size());
        assertThat(version(call("GET", "/keys/cache-key", null).document())).isEqualTo(version(imported.document()));
    }

    @Test
    void equalWorlds_makeEqualKeysAndDifferentVersionsDifferentOnes() {
        Scene other = new Scene();
        other.vault(Doc.empty());
        other.put(VAULT + "/accessPolicies/add", VAULTS, Scene.policies(Scene.OWNER_ID, "all"));
        Doc here = create("cache-key");
        Doc there = other.send(new WireRequest(
                        "POST",
                        HOST,
                        "/keys/cache-key/create",
                        Map.of("api-version", "7.6"),
                        Map.of(),
                        Doc.of("kty", "RSA"),
                        Scene.OWNER))
                .document();

        assertThat(there.text("key.n")).isEqualTo(here.text("key.n"));
        assertThat(create("cache-key").text("key.n")).isNotEqualTo(here.text("key.n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA1_5", "RSA-OAEP", "RSA-OAEP-256"})
    void whatTheJdkEncryptsWithThePublicKey_theVaultUnwraps(String algorithm) throws GeneralSecurityException {
        Doc bundle = create("cache-key");
        String wrapped = TEXT.encodeToString(encrypt(publicKey(bundle), algorithm));
        WireResponse unwrapped = call(
                "POST",
                "/keys/cache-key/" + version(bundle) + "/unwrapkey",
                Doc.of("alg", algorithm, "value", wrapped));

        assertThat(unwrapped.document().text("value")).contains(TEXT.encodeToString(SECRET));
        assertThat(unwrapped.document().text("kid")).isEqualTo(bundle.text("key.kid"));
    }

    @Test
    void whatTheVaultWraps_theImportedPrivateKeyDecrypts() throws GeneralSecurityException {
        var pair = pair();
        String version =
                version(call("PUT", "/keys/cache-key", importable(pair)).document());
        String wrapped = call(
                        "POST",
                        "/keys/cache-key/" + version + "/wrapkey",
                        Doc.of("alg", "RSA-OAEP-256", "value", TEXT.encodeToString(SECRET)))
                .document()
                .text("value")
                .orElseThrow();
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(Cipher.DECRYPT_MODE, pair.getPrivate(), oaep256());

        assertThat(cipher.doFinal(Base64.getUrlDecoder().decode(wrapped))).isEqualTo(SECRET);
    }

    @Test
    void importedPrivateNumbers_areInNoAnswerAndNoText() throws GeneralSecurityException {
        var pair = pair();
        WireResponse imported = call("PUT", "/keys/cache-key", importable(pair));
        String secret = number(((RSAPrivateCrtKey) pair.getPrivate()).getPrivateExponent());

        assertThat(imported.document().object("key").keySet())
                .containsExactlyInAnyOrder("kid", "kty", "key_ops", "n", "e");
        assertThat(imported.body()
                        + scene.world().resource(VAULT + "/keys/cache-key").toString())
                .doesNotContain(secret);
    }

    @Test
    void otherSizeOfANewVersion_leavesTheOlderVersionAsItWas() {
        Doc first = create("cache-key");
        call("POST", "/keys/cache-key/create", Doc.of("kty", "RSA", "key_size", 3072));
        Doc again = call("GET", "/keys/cache-key/" + version(first), null).document();

        assertThat(again.text("key.n")).isEqualTo(first.text("key.n"));
        assertThat(scene.get(VAULT + "/keys/cache-key", VAULTS).document().number("properties.keySize"))
                .contains(3072);
        assertThat(scene.get(VAULT + "/keys/cache-key/versions/" + version(first), VAULTS)
                        .document()
                        .number("properties.keySize"))
                .contains(2048);
    }

    @Test
    void disabledKey_neitherWrapsNorUnwraps() {
        String path = "/keys/cache-key/" + version(create("cache-key"));
        Doc value = Doc.of("alg", "RSA-OAEP-256", "value", TEXT.encodeToString(SECRET));
        assertThat(call("PATCH", path, Doc.of("attributes", Doc.of("enabled", false)))
                        .document()
                        .flag("attributes.enabled"))
                .contains(false);

        assertThat(call("POST", path + "/wrapkey", value).status()).isEqualTo(403);
        assertThat(call("POST", path + "/unwrapkey", value).status()).isEqualTo(403);
    }

    @Test
    void expiredKey_unwrapsButDoesNotWrap() {
        String path = "/keys/cache-key/" + version(create("cache-key"));
        Doc value = Doc.of("alg", "RSA-OAEP-256", "value", TEXT.encodeToString(SECRET));
        Doc wrapped = call("POST", path + "/wrapkey", value).document();
        call(
                "PATCH",
                path,
                Doc.of("attributes", Doc.of("exp", scene.now().plusSeconds(60).getEpochSecond())));
        scene.advance(Duration.ofSeconds(60));

        assertThat(call("POST", path + "/wrapkey", value).status()).isEqualTo(403);
        assertThat(call(
                                "POST",
                                path + "/unwrapkey",
                                value.with("value", wrapped.text("value").orElseThrow()))
                        .document()
                        .text("value"))
                .contains(TEXT.encodeToString(SECRET));
    }

    @Test
    void keyThatMayOnlySign_doesNotWrap() {
        Doc bundle = create("cache-key");
        String path = "/keys/cache-key/" + version(bundle);
        call("PATCH", path, Doc.of("key_ops", List.of("sign", "verify")));

        assertThat(call("POST", path + "/wrapkey", Doc.of("alg", "RSA-OAEP", "value", "AAAA"))
                        .document()
                        .text("error.innererror.code"))
                .contains("KeyOperationForbidden");
    }

    @Test
    void valueWrappedWithAnotherKey_isRefusedWithoutQuotingIt() {
        create("other-key");
        String path = "/keys/cache-key/" + version(create("cache-key")) + "/unwrapkey";
        WireResponse refused = call("POST", path, Doc.of("alg", "RSA-OAEP", "value", "c2VjcmV0"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(String.valueOf(refused.body())).doesNotContain("c2VjcmV0");
    }

    @Test
    void deletedKey_isSeenRecoveredAndItsNameIsHeld() {
        Doc bundle = create("cache-key");
        Doc deleted = call("DELETE", "/keys/cache-key", null).document();

        assertThat(deleted.text("recoveryId")).contains("https://" + HOST + "/deletedkeys/cache-key");
        assertThat(deleted.number("scheduledPurgeDate").orElseThrow().longValue())
                .isEqualTo(scene.now().plus(Duration.ofDays(90)).getEpochSecond());
        assertThat(call("GET", "/keys/cache-key", null).status()).isEqualTo(404);
        assertThat(scene.get(VAULT + "/keys/cache-key", VAULTS).status()).isEqualTo(404);
        assertThat(call("GET", "/deletedkeys/cache-key", null).document().text("key.kid"))
                .isEqualTo(bundle.text("key.kid"));
        assertThat(call("GET", "/deletedkeys", null).document().objects("value"))
                .hasSize(1);
        assertThat(call("POST", "/keys/cache-key/create", Doc.of("kty", "RSA"))
                        .document()
                        .text("error.innererror.code"))
                .contains("ObjectIsDeletedButRecoverable");
        assertThat(call("POST", "/deletedkeys/cache-key/recover", null)
                        .document()
                        .text("key.kid"))
                .isEqualTo(bundle.text("key.kid"));
        assertThat(call("GET", "/deletedkeys/cache-key", null).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"true, 403", "false, 204"})
    void purge_isRefusedUnderPurgeProtection(boolean isProtected, int status) {
        if (isProtected) {
            scene.patch(VAULT, VAULTS, Doc.of("properties", Doc.of("enablePurgeProtection", true)));
        }
        create("cache-key");
        call("DELETE", "/keys/cache-key", null);

        assertThat(call("DELETE", "/deletedkeys/cache-key", null).status()).isEqualTo(status);
    }

    @Test
    void rotationPolicy_isKeptAndRotatedVersionsExpireByIt() {
        create("cache-key");
        Doc policy = Doc.of(
                "lifetimeActions",
                List.of(Doc.of("trigger", Doc.of("timeAfterCreate", "P90D"), "action", Doc.of("type", "Rotate"))),
                "attributes",
                Doc.of("expiryTime", "P2Y"));
        Doc stored = call("PUT", "/keys/cache-key/rotationpolicy", policy).document();
        Doc rotated = call("POST", "/keys/cache-key/rotate", null).document();

        assertThat(stored.text("id")).contains("https://" + HOST + "/keys/cache-key/rotationpolicy");
        assertThat(call("GET", "/keys/cache-key/rotationpolicy", null).document())
                .isEqualTo(stored);
        assertThat(rotated.number("attributes.exp").orElseThrow().longValue())
                .isEqualTo(java.time.Instant.parse("2028-03-01T08:00:00Z").getEpochSecond());
        assertThat(scene.get(VAULT + "/keys/cache-key", VAULTS)
                        .document()
                        .text("properties.rotationPolicy.attributes.expiryTime"))
                .contains("P2Y");
    }

    @ParameterizedTest
    @ValueSource(strings = {"P27D", "two years", "PT5H"})
    void rotationPolicyWithBadExpiry_isRefused(String expiry) {
        create("cache-key");

        assertThat(call("PUT", "/keys/cache-key/rotationpolicy", Doc.of("attributes", Doc.of("expiryTime", expiry)))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void callerWithoutPermission_isDeniedByThePolicyVaultWithInnererror() {
        scene.principal("reader", "88888888-8888-4888-8888-888888888888");
        WireResponse denied = callAs("reader", "GET", "/keys/cache-key", null);

        assertThat(denied.status()).isEqualTo(403);
        assertThat(denied.errorCode()).contains("Forbidden");
        assertThat(denied.document().text("error.innererror.code")).contains("AccessDenied");
        assertThat(denied.document().text("error.message").orElseThrow())
                .contains("does not have keys get permission on key vault 'contoso-cmk;location=eastus'");
    }

    @Test
    void callerWithoutDataAction_isForbiddenByRbacAndOwnerIsNoExceptionUntilARoleIsAssigned() {
        scene.change(world -> world.update(
                VAULT, vault -> vault.with(vault.document().withAt("properties.enableRbacAuthorization", true))));
        WireResponse denied = call("POST", "/keys/cache-key/create", Doc.of("kty", "RSA"));

        assertThat(denied.document().text("error.innererror.code")).contains("ForbiddenByRbac");
        assertThat(denied.document().text("error.message").orElseThrow())
                .contains("Action: 'Microsoft.KeyVault/vaults/keys/create/action'");
        scene.principal(
                Scene.OWNER,
                Scene.OWNER_ID,
                new RightGrant(VAULT, List.of(), List.of(), List.of("Microsoft.KeyVault/vaults/keys/*"), List.of()));
        create("cache-key");
    }

    @Test
    void firewall_refusesTheCallerInTheServicesWords() {
        scene.patch(
                VAULT,
                VAULTS,
                Doc.of(
                        "properties",
                        Doc.of("networkAcls", Doc.of("defaultAction", "Deny", "bypass", "AzureServices"))));
        WireResponse refused = call("GET", "/keys/cache-key", null);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.document().text("error.message").orElseThrow())
                .startsWith("Client address is not authorized and caller is not a trusted service");
    }

    @Test
    void publicAccessDisabled_refusesEvenWhenTheRulesAllow() {
        scene.patch(VAULT, VAULTS, Doc.of("properties", Doc.of("publicNetworkAccess", "Disabled")));

        assertThat(call("GET", "/keys/cache-key", null).document().text("error.innererror.code"))
                .contains("ForbiddenByConnection");
    }

    @Test
    void callerOfAnotherTenant_isNotAuthenticated() {
        scene.change(world -> world.update(
                VAULT,
                vault -> vault.with(
                        vault.document().withAt("properties.tenantId", "99999999-9999-4999-8999-999999999999"))));

        assertThat(call("GET", "/keys/cache-key", null).status()).isEqualTo(401);
    }

    @Test
    void listOfKeys_isPagedByTwentyFive() {
        for (int i = 0; i < 26; i++) {
            scene.put(VAULT + "/keys/key-" + i, VAULTS, Doc.of("properties", Doc.of("kty", "RSA")));
        }
        WireResponse first = call("GET", "/keys", null);
        List<Doc> all = new ArrayList<>(first.document().objects("value"));
        assertThat(all).hasSize(25);
        all.addAll(scene.follow(first).document().objects("value"));

        assertThat(all)
                .extracting(item -> item.text("kid").orElse(""))
                .doesNotHaveDuplicates()
                .hasSize(26);
        assertThat(first.document().text("nextLink").orElseThrow()).startsWith("https://" + HOST + "/keys?");
    }

    private void premium() {
        scene.change(world ->
                world.update(VAULT, vault -> vault.with(vault.document().withAt("properties.sku.name", "premium"))));
    }

    private static Doc blob(String kty, String text) {
        return Doc.of(
                "key",
                Doc.of(
                        "kty",
                        kty,
                        "key_hsm",
                        TEXT.encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
    }

    @Test
    void transferBlobInAPremiumVault_becomesAKeyInHardware() {
        premium();

        WireResponse made = call(
                "PUT",
                "/keys/mine",
                blob("RSA-HSM", "{\"schema_version\":\"1.0.0\",\"header\":{},\"ciphertext\":\"AA\"}"));

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.document().text("key.kty")).contains("RSA-HSM");
        assertThat(made.document().at("key.key_hsm")).isEmpty();
    }

    @Test
    void transferBlobInAStandardVault_isRefused() {
        assertThat(call(
                                "PUT",
                                "/keys/mine",
                                blob("RSA-HSM", "{\"schema_version\":\"1.0.0\",\"header\":{},\"ciphertext\":\"AA\"}"))
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"RSA-HSM,not a blob", "RSA,{schema_version header ciphertext}"})
    void whatIsNoTransferBlob_isRefused(String kty, String text) {
        premium();

        assertThat(call("PUT", "/keys/mine", blob(kty, text)).status()).isEqualTo(400);
    }

    private static java.security.KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static Doc importable(java.security.KeyPair pair) {
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) pair.getPrivate();
        return Doc.of(
                "key",
                Doc.of(
                        "kty", "RSA",
                        "n", number(((RSAPublicKey) pair.getPublic()).getModulus()),
                        "e", number(key.getPublicExponent()),
                        "d", number(key.getPrivateExponent()),
                        "p", number(key.getPrimeP()),
                        "q", number(key.getPrimeQ()),
                        "dp", number(key.getPrimeExponentP()),
                        "dq", number(key.getPrimeExponentQ()),
                        "qi", number(key.getCrtCoefficient())));
    }

    private static String number(BigInteger number) {
        return TEXT.encodeToString(number.toByteArray());
    }

    private static PublicKey publicKey(Doc bundle) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(
                        new BigInteger(
                                1,
                                Base64.getUrlDecoder()
                                        .decode(bundle.text("key.n").orElseThrow())),
                        new BigInteger(
                                1,
                                Base64.getUrlDecoder()
                                        .decode(bundle.text("key.e").orElseThrow()))));
    }

    private static byte[] encrypt(PublicKey key, String algorithm) throws GeneralSecurityException {
        if (algorithm.equals("RSA-OAEP-256")) {
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key, oaep256());
            return cipher.doFinal(SECRET);
        }
        Cipher cipher = Cipher.getInstance(
                algorithm.equals("RSA1_5") ? "RSA/ECB/PKCS1Padding" : "RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(SECRET);
    }

    private static OAEPParameterSpec oaep256() {
        return new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);
    }
}
