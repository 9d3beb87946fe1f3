package io.github.hpccachecmk.azure.implementation;

import static io.github.hpccachecmk.azure.implementation.Stage.AT_DATE;
import static io.github.hpccachecmk.azure.implementation.Stage.CONTEXT;
import static io.github.hpccachecmk.azure.implementation.Stage.DATE;
import static io.github.hpccachecmk.azure.implementation.Stage.KEY_VERSION;
import static io.github.hpccachecmk.azure.implementation.Stage.SUBSCRIPTION;
import static io.github.hpccachecmk.azure.implementation.Stage.TENANT;
import static io.github.hpccachecmk.azure.implementation.Stage.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hpccachecmk.core.port.DeletedKey;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultId;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Each test has a vault of its own: the SDK remembers a host's challenge for the whole JVM. */
class KeyDataAdapterTest {
    private static final String CHALLENGE =
            "Bearer authorization=\"https://login.windows.net/" + TENANT + "\", resource=\"https://vault.azure.net\"";

    private final Stage stage = new Stage();

    @Test
    void firstReadOfAHost_asksWithoutTokenThenReadsOnce() {
        var vault = reported("kd-first");
        challenge().answer(200, keyBody("kd-first"), "Date", DATE);

        var answer = vault.keyData().read(CONTEXT, key("kd-first"));

        assertThat(stage.azure.sent).hasSize(2);
        var asked = stage.azure.sent.get(0);
        assertThat(asked.headers()).doesNotContainKey("authorization");
        var read = stage.azure.sent.get(1);
        assertThat(read.method()).isEqualTo("GET");
        assertThat(read.host()).isEqualTo("kd-first.vault.azure.net");
        assertThat(read.path()).isEqualTo("/keys/cache-key/" + KEY_VERSION);
        assertThat(read.query()).isEqualTo(Map.of("api-version", "7.5"));
        assertThat(read.headers())
                .containsEntry("authorization", "Bearer " + TOKEN)
                .containsEntry("x-ms-correlation-request-id", CONTEXT.correlationId());
        assertThat(stage.scopes).contains(List.of("https://vault.azure.net/.default"));
        assertThat(answer.at()).isEqualTo(AT_DATE);
        var snapshot = answer.value().orElseThrow();
        assertThat(snapshot.key()).isEqualTo(key("kd-first"));
        assertThat(snapshot.type()).isEqualTo("RSA");
        assertThat(snapshot.size()).as("of the modulus, not of its bytes").isEqualTo(OptionalInt.of(2048));
        assertThat(snapshot.operations()).containsExactlyInAnyOrder("wrapKey", "unwrapKey");
        assertThat(snapshot.enabled()).isTrue();
        assertThat(snapshot.created()).contains(Instant.ofEpochSecond(1646000000));
        assertThat(snapshot.notBefore()).contains(Instant.ofEpochSecond(1646000002));
        assertThat(snapshot.expires()).contains(Instant.ofEpochSecond(1746000000));
    }

    @Test
    void laterRead_isOneRequest() {
        var vault = reported("kd-later");
        challenge().answer(200, keyBody("kd-later")).answer(200, keyBody("kd-later"));
        vault.keyData().read(CONTEXT, key("kd-later"));
        stage.azure.sent.clear();

        vault.keyData().read(CONTEXT, key("kd-later").withoutVersion());

        assertThat(stage.azure.only().path()).isIn("/keys/cache-key/", "/keys/cache-key");
    }

    @Test
    void deletedKey_isReadWithItsTimes() {
        var vault = reported("kd-deleted");
        challenge().answer(200, """
                        {"recoveryId":"https://kd-deleted.vault.azure.net/deletedkeys/cache-key","deletedDate":1700000000,
                         "scheduledPurgeDate":1707000000,"key":{"kid":"https://kd-deleted.vault.azure.net/keys/cache-key/%s","kty":"RSA"},
                         "attributes":{"enabled":true}}
                        """.formatted(KEY_VERSION));

        var deleted = vault.keyData().readDeleted(CONTEXT, key("kd-deleted")).value();

        assertThat(stage.azure.sent.get(1).path()).isEqualTo("/deletedkeys/cache-key");
        assertThat(deleted)
                .contains(new DeletedKey(
                        "cache-key",
                        Optional.of(Instant.ofEpochSecond(1700000000)),
                        Optional.of(Instant.ofEpochSecond(1707000000))));
    }

    @Test
    void missingKeys_areEmpty() {
        var vault = reported("kd-missing");
        var notFound = "{\"error\":{\"code\":\"KeyNotFound\",\"message\":\"no\"}}";
        challenge().answer(404, notFound).answer(404, notFound);

        assertThat(vault.keyData().read(CONTEXT, key("kd-missing")).value()).isEmpty();
        assertThat(vault.keyData().readDeleted(CONTEXT, key("kd-missing")).value())
                .isEmpty();
    }

    @Test
    void refusal_isMappedWithItsInnerCodeAndNotRetried() {
        var vault = reported("kd-rbac");
        challenge().answer(403, """
                        {"error":{"code":"Forbidden","message":"Caller is not authorized to perform action on resource.",
                          "innererror":{"code":"ForbiddenByRbac"}}}
                        """);

        assertThatThrownBy(() -> vault.keyData().read(CONTEXT, key("kd-rbac")))
                .isInstanceOfSatisfying(RemoteException.class, thrown -> {
                    assertThat(thrown.failure().status()).isEqualTo(403);
                    assertThat(thrown.failure().serviceCode()).isEqualTo("Forbidden");
                    assertThat(thrown.failure().innerCodes()).containsExactly("ForbiddenByRbac");
                    assertThat(thrown.failure().delivery()).isEqualTo(Delivery.ANSWERED);
                });
        assertThat(stage.azure.sent).hasSize(2);
    }

    @Test
    void throttledRead_isNotRetriedByTheSdk() {
        var vault = reported("kd-throttled");
        challenge().answer(429, "{\"error\":{\"code\":\"Throttled\",\"message\":\"slow\"}}", "Retry-After", "17");

        assertThatThrownBy(() -> vault.keyData().read(CONTEXT, key("kd-throttled")))
                .isInstanceOfSatisfying(
                        RemoteException.class,
                        thrown -> assertThat(thrown.failure().retryAfter()).contains(java.time.Duration.ofSeconds(17)));
        assertThat(stage.azure.sent).hasSize(2);
    }

    private Recorder challenge() {
        return stage.azure.answer(401, "", "WWW-Authenticate", CHALLENGE);
    }

    /** Ports to which ARM has named the vault; what that took is forgotten. */
    private Ports reported(String vault) {
        stage.azure.answer(200, """
                {"id":"%s","location":"eastus","properties":{"vaultUri":"https://%s.vault.azure.net/","sku":{"name":"standard"}}}
                """.formatted(VaultId.of(SUBSCRIPTION, "render-rg", vault), vault));
        var ports = stage.ports();
        ports.vaults().get(CONTEXT, VaultId.of(SUBSCRIPTION, "render-rg", vault));
        stage.azure.sent.clear();
        return ports;
    }

    private static KeyUrl key(String vault) {
        return KeyUrl.parse("https://" + vault + ".vault.azure.net/keys/cache-key/" + KEY_VERSION);
    }

    private static String keyBody(String vault) {
        var modulus = new byte[257];
        modulus[1] = (byte) 0x80;
        return """
               {"key":{"kid":"%s","kty":"RSA","key_ops":["wrapKey","unwrapKey"],"n":"%s","e":"AQAB"},
                "attributes":{"enabled":true,"nbf":1646000002,"exp":1746000000,"created":1646000000,"updated":1646000001,
                 "recoveryLevel":"Recoverable"}}
               """.formatted(key(vault), Base64.getUrlEncoder().withoutPadding().encodeToString(modulus));
    }
}
