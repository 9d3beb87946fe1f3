package io.github.hpccachecmk.testkit.world.vault;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.VaultScript;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A vault whose region failed over: what goes on, what is refused, and that all of it is as before once the region is back. */
class FailoverTest {
    private static final String KEY = "cache-key";
    private static final String VERSIONS = "2023-07-01";

    private final FakeAzure azure = FakeAzure.create();
    private final VaultScript vault = azure.vault("contoso-cmk")
            .withRsaKey(KEY, 2048)
            .withKeyPermissions(azure.principal(FakeAzure.OWNER).objectId(), "all")
            .withRsaKey("old-key", 2048)
            .keyDeleted("old-key");

    private WireResponse arm(String method, String path, @Nullable Doc body) {
        return azure.answer(WireRequest.arm(method, vault.id() + path, VERSIONS, body, FakeAzure.OWNER));
    }

    private WireResponse data(String method, String path, @Nullable Doc body) {
        return azure.answer(new WireRequest(
                method,
                "contoso-cmk.vault.azure.net",
                path,
                Map.of("api-version", "7.6"),
                Map.of(),
                body,
                FakeAzure.OWNER));
    }

    private Doc policy() {
        return Doc.of(
                "properties",
                Doc.of(
                        "accessPolicies",
                        List.of(Doc.of(
                                "tenantId",
                                azure.tenant(),
                                "objectId",
                                "99999999-9999-4999-8999-999999999991",
                                "permissions",
                                Doc.of("keys", List.of("get"))))));
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /accessPolicies/add",
        "PUT, /accessPolicies/remove",
        "PUT, /accessPolicies/replace",
        "PATCH, ''",
        "PUT, /keys/new-key",
        "DELETE, ''"
    })
    void writeOfTheControlPlane_isRefusedAndChangesNothing(String method, String path) {
        vault.failOver();
        var before = azure.world();

        WireResponse refused = arm(method, path, method.equals("DELETE") ? null : policy());

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.errorCode()).contains("ServiceUnavailable");
        assertThat(refused.document().text("error.message").orElseThrow())
                .contains("contoso-cmk", "the service is currently in a read-only state");
        assertThat(azure.world().isSame(before)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /keys/new-key/create, KeyCreate",
        "PUT, /keys/new-key, KeyImport",
        "POST, /keys/cache-key/rotate, KeyRotate",
        "PATCH, /keys/cache-key, KeyUpdate",
        "PUT, /keys/cache-key/rotationpolicy, KeyRotationPolicySet",
        "DELETE, /keys/cache-key, KeyDelete",
        "POST, /deletedkeys/old-key/recover, KeyRecover",
        "DELETE, /deletedkeys/old-key, KeyPurge"
    })
    void writeOfTheDataPlane_isRefusedByTheOperationsName(String method, String path, String operation) {
        vault.failOver();
        var before = azure.world();

        WireResponse refused = data(method, path, Doc.of("kty", "RSA"));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.document().text("error.message"))
                .contains("Operation \"" + operation
                        + "\" is unavailable: the service is currently in a read-only state.");
        assertThat(azure.world().isSame(before)).isTrue();
    }

    @Test
    void readingAndUsingKeys_goesOn() {
        vault.failOver();

        assertThat(arm("GET", "", null).status()).isEqualTo(200);
        assertThat(arm("GET", "/keys/" + KEY, null).status()).isEqualTo(200);
        assertThat(data("GET", "/keys/" + KEY, null).status()).isEqualTo(200);
        assertThat(data("GET", "/deletedkeys/old-key", null).status()).isEqualTo(200);
        WireResponse wrapped = data("POST", "/keys/" + KEY + "/wrapkey", Doc.of("alg", "RSA-OAEP", "value", "AAAA"));
        assertThat(wrapped.status()).isEqualTo(200);
        WireResponse unwrapped = data(
                "POST",
                "/keys/" + KEY + "/unwrapkey",
                Doc.of(
                        "alg",
                        "RSA-OAEP",
                        "value",
                        wrapped.document().text("value").orElseThrow()));
        assertThat(unwrapped.document().text("value")).contains("AAAA");
    }

    /** Whoever may not write hears that and not what the vault is like. */
    @Test
    void callerWithoutTheRight_isRefusedAsAlways() {
        azure.principal("alice");
        vault.failOver();

        assertThat(azure.answer(WireRequest.arm("PATCH", vault.id(), VERSIONS, Doc.empty(), "alice"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void otherVaults_takeWrites() {
        azure.vault("other-cmk");
        vault.failOver();

        assertThat(azure.answer(WireRequest.arm(
                                "PUT",
                                azure.vault("other-cmk").id() + "/accessPolicies/add",
                                VERSIONS,
                                policy(),
                                FakeAzure.OWNER))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void vaultWhoseRegionIsBack_takesWrites() {
        vault.failOver().failBack();

        assertThat(arm("PUT", "/accessPolicies/add", policy()).status()).isEqualTo(200);
        assertThat(data("POST", "/keys/" + KEY + "/rotate", null).status()).isEqualTo(200);
    }
}
