package io.github.hpccachecmk.azure.implementation;

import static io.github.hpccachecmk.azure.implementation.Stage.AT_DATE;
import static io.github.hpccachecmk.azure.implementation.Stage.CONTEXT;
import static io.github.hpccachecmk.azure.implementation.Stage.DATE;
import static io.github.hpccachecmk.azure.implementation.Stage.GROUP;
import static io.github.hpccachecmk.azure.implementation.Stage.KEY_VERSION;
import static io.github.hpccachecmk.azure.implementation.Stage.VAULT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.model.KeyUrl;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class KeyAdapterTest {
    private static final String PATH = GROUP + "/providers/Microsoft.KeyVault/vaults/contoso-cmk/keys/cache-key";
    private static final String BODY = """
            {"id":"%s","name":"cache-key","type":"Microsoft.KeyVault/vaults/keys","location":"eastus",
             "properties":{"attributes":{"enabled":false,"created":1646000000,"updated":1646000001,"nbf":1646000002,"exp":1746000000,
               "recoveryLevel":"Recoverable+Purgeable"},"kty":"RSA-HSM","keyOps":["wrapKey","unwrapKey","futureOp"],"keySize":3072,
              "keyUri":"https://contoso-cmk.vault.azure.net:443/keys/cache-key",
              "keyUriWithVersion":"https://contoso-cmk.vault.azure.net:443/keys/cache-key/%s",
              "rotationPolicy":{"lifetimeActions":[{"trigger":{"timeBeforeExpiry":"P30D"},"action":{"type":"Notify"}}]}}}
            """.formatted(PATH, KEY_VERSION);

    private final Stage stage = new Stage();

    @Test
    void get_sendsOneRequestAndMapsEveryMember() {
        stage.azure.answer(200, BODY, "Date", DATE);

        var answer = stage.ports().keys().get(CONTEXT, VAULT, "cache-key");

        var sent = stage.azure.only();
        assertThat(sent.method()).isEqualTo("GET");
        assertThat(sent.path()).isEqualTo(PATH);
        assertThat(sent.query()).isEqualTo(Map.of("api-version", "2026-02-01"));
        assertThat(answer.at()).isEqualTo(AT_DATE);
        var key = answer.value().orElseThrow();
        assertThat(key.key())
                .isEqualTo(KeyUrl.parse("https://contoso-cmk.vault.azure.net/keys/cache-key/" + KEY_VERSION));
        assertThat(key.type()).isEqualTo("RSA-HSM");
        assertThat(key.size()).isEqualTo(OptionalInt.of(3072));
        assertThat(key.operations()).containsExactlyInAnyOrder("wrapKey", "unwrapKey", "futureOp");
        assertThat(key.enabled()).isFalse();
        assertThat(key.created()).contains(Instant.ofEpochSecond(1646000000));
        assertThat(key.notBefore()).contains(Instant.ofEpochSecond(1646000002));
        assertThat(key.expires()).contains(Instant.ofEpochSecond(1746000000));
    }

    @Test
    void getVersion_asksForThatVersion() {
        stage.azure.answer(200, BODY);

        var key = stage.ports()
                .keys()
                .getVersion(CONTEXT, VAULT, "cache-key", KEY_VERSION)
                .value();

        assertThat(stage.azure.only().path()).isEqualTo(PATH + "/versions/" + KEY_VERSION);
        assertThat(stage.azure.only().query()).isEqualTo(Map.of("api-version", "2026-02-01"));
        assertThat(key.orElseThrow().key().version()).contains(KEY_VERSION);
    }

    @Test
    void attributesNotTold_stayUnknown() {
        stage.azure.answer(200, """
                {"properties":{"attributes":{"enabled":true},"kty":"EC",
                  "keyUriWithVersion":"https://contoso-cmk.vault.azure.net/keys/cache-key/%s"}}
                """.formatted(KEY_VERSION));

        var key = stage.ports().keys().get(CONTEXT, VAULT, "cache-key").value().orElseThrow();

        assertThat(key.size()).isEmpty();
        assertThat(key.operations()).isEmpty();
        assertThat(key.enabled()).isTrue();
        assertThat(key.notBefore()).isEmpty();
        assertThat(key.expires()).isEmpty();
        assertThat(key.created()).isEmpty();
    }

    @Test
    void missingKeyAndVersion_areEmpty() {
        var notFound = "{\"error\":{\"code\":\"KeyNotFound\",\"message\":\"no\"}}";
        stage.azure.answer(404, notFound).answer(404, notFound);
        var keys = stage.ports().keys();

        assertThat(keys.get(CONTEXT, VAULT, "cache-key").value()).isEmpty();
        assertThat(keys.getVersion(CONTEXT, VAULT, "cache-key", KEY_VERSION).value())
                .isEmpty();
        assertThat(stage.azure.sent).hasSize(2);
    }
}
