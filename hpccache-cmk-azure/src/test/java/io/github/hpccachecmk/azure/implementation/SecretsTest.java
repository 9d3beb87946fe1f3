package io.github.hpccachecmk.azure.implementation;

import static io.github.hpccachecmk.azure.implementation.Stage.CACHE;
import static io.github.hpccachecmk.azure.implementation.Stage.CONTEXT;
import static io.github.hpccachecmk.azure.implementation.Stage.KEY_VERSION;
import static io.github.hpccachecmk.azure.implementation.Stage.SUBSCRIPTION;
import static io.github.hpccachecmk.azure.implementation.Stage.TENANT;
import static io.github.hpccachecmk.azure.implementation.Stage.VAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import io.github.hpccachecmk.azure.LogCapture;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.OperationUrl;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.core.port.TargetSpec;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.VaultId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A canary in every secret place is in no log line, message, text form or listener's record, at the noisiest settings. */
class SecretsTest {
    private static final String CANARY = "canary";
    private static final String PASSWORD = "canary-directory-password";
    private static final String SIGNED = "https://management.azure.com/subscriptions/" + SUBSCRIPTION
            + "/providers/Microsoft.StorageCache/locations/eastus/ascOperations/1?api-version=2026-01-01"
            + "&t=638000000000000000&c=canary-certificate&s=canary-signature&h=canary-hash";

    private final Stage stage = new Stage();
    private final StringBuilder out = new StringBuilder();

    @BeforeEach
    void logEverything() {
        LogCapture.start();
        stage.logOptions = new HttpLogOptions()
                .setLogLevel(HttpLogDetailLevel.BODY_AND_HEADERS)
                .addAllowedHttpHeaderName(HttpHeaderName.fromString("Authorization"))
                .addAllowedHttpHeaderName(HttpHeaderName.fromString("Azure-AsyncOperation"))
                .addAllowedHttpHeaderName(HttpHeaderName.fromString("Location"))
                .addAllowedHttpHeaderName(HttpHeaderName.fromString("WWW-Authenticate"))
                .addAllowedQueryParamName("t")
                .addAllowedQueryParamName("c")
                .addAllowedQueryParamName("s")
                .addAllowedQueryParamName("h");
    }

    @AfterEach
    void stop() {
        LogCapture.stop();
    }

    @Test
    void create_showsNoPasswordTokenOrSignedUrl() {
        stage.azure
                .answer(
                        201,
                        "{\"id\":\"" + CACHE + "\",\"properties\":{\"echo\":\"" + PASSWORD + "\"}}",
                        "Azure-AsyncOperation",
                        SIGNED)
                .answer(
                        400,
                        "{\"error\":{\"code\":\"Bad\",\"message\":\"see " + SIGNED + " {\\\"password\\\":\\\""
                                + PASSWORD + "\\\"}\"}}");
        var ports = stage.ports();

        var created = ports.targets().create(CONTEXT, spec()).value();
        out.append(created.operation());
        record(catchThrowableOfType(RemoteException.class, () -> ports.targets().create(CONTEXT, spec())));

        assertThat(stage.azure.sent.get(0).body()).as("it was sent").contains(PASSWORD);
        assertThat(stage.azure.sent.get(0).headers().get("authorization"))
                .as("it was sent")
                .contains(CANARY);
        assertSilent();
        assertThat(LogCapture.text()).as("the log is on").contains("render-cache", "api-version=2026-01-01");
    }

    @Test
    void operationStatus_showsNoSignature() {
        stage.azure
                .answer(200, "{\"status\":\"InProgress\"}")
                .answer(403, "{\"error\":{\"code\":\"Expired\",\"message\":\"" + SIGNED + "\"}}")
                .answer(302, "", "Location", SIGNED)
                .fail(new IOException("GET " + SIGNED + " failed"))
                .answer(200, "{\"status\":");
        var ports = stage.ports();
        var url = new OperationUrl(SIGNED);

        out.append(ports.targets().operationStatus(CONTEXT, url)).append(url);
        for (int i = 0; i < 4; i++) {
            record(catchThrowableOfType(
                    RemoteException.class, () -> ports.targets().operationStatus(CONTEXT, url)));
        }
        record(catchThrowableOfType(
                RemoteException.class,
                () -> ports.targets()
                        .operationStatus(CONTEXT, new OperationUrl(SIGNED.replace("management", "evil")))));

        assertSilent();
    }

    @Test
    void keyDataPlane_showsNoBodyAndNoToken() {
        var vault = VaultId.of(SUBSCRIPTION, "render-rg", "secrets-kd");
        var key = KeyUrl.parse("https://secrets-kd.vault.azure.net/keys/cache-key/" + KEY_VERSION);
        stage.azure
                .answer(
                        200,
                        "{\"id\":\"" + vault
                                + "\",\"properties\":{\"vaultUri\":\"https://secrets-kd.vault.azure.net/\"}}")
                .answer(
                        401,
                        "",
                        "WWW-Authenticate",
                        "Bearer authorization=\"https://login.windows.net/" + TENANT
                                + "\", resource=\"https://vault.azure.net\"")
                .answer(
                        200,
                        "{\"key\":{\"kid\":\"" + key
                                + "\",\"kty\":\"RSA\",\"n\":\"Y2FuYXJ5canary\",\"e\":\"AQAB\",\"d\":\"canary\"},"
                                + "\"attributes\":{\"enabled\":true},\"tags\":{\"x\":\"canary-material\"}}")
                .answer(403, "{\"error\":{\"code\":\"Forbidden\",\"message\":\"Bearer canary-token-in-text\"}}");
        Ports ports = stage.ports();
        ports.vaults().get(CONTEXT, vault);

        out.append(ports.keyData().read(CONTEXT, key));
        record(catchThrowableOfType(RemoteException.class, () -> ports.keyData().read(CONTEXT, key)));

        assertThat(stage.azure.sent.get(2).headers().get("authorization"))
                .as("it was sent")
                .contains(CANARY);
        assertSilent();
    }

    @Test
    void sdkCalls_showNoToken() {
        stage.azure
                .answer(
                        200,
                        "{\"id\":\"" + VAULT
                                + "\",\"properties\":{\"vaultUri\":\"https://contoso-cmk.vault.azure.net/\"}}")
                .answer(500, "{\"error\":{\"code\":\"X\",\"message\":\"no\"}}")
                .fail(new IOException("Authorization: Bearer canary-token-in-text"));
        var ports = stage.ports();

        out.append(ports.vaults().get(CONTEXT, VAULT)).append(ports);
        record(catchThrowableOfType(RemoteException.class, () -> ports.vaults().protect(CONTEXT, VAULT)));
        record(catchThrowableOfType(RemoteException.class, () -> ports.vaults().protect(CONTEXT, VAULT)));

        assertSilent();
    }

    private void record(RemoteException thrown) {
        var trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        out.append(trace).append(thrown.failure());
    }

    private void assertSilent() {
        assertThat(out.toString()).doesNotContain(CANARY);
        assertThat(stage.told).isNotEmpty();
        assertThat(stage.told.toString()).doesNotContain(CANARY);
        assertThat(LogCapture.text()).isNotEmpty().doesNotContain(CANARY);
    }

    private static TargetSpec spec() {
        return new TargetSpec(
                CACHE,
                "eastus",
                Map.of(),
                "Standard_2G",
                List.of(),
                ManagedIdentity.systemAssigned(),
                new EncryptionSettings(
                        KeyUrl.parse("https://contoso-cmk.vault.azure.net/keys/cache-key/" + KEY_VERSION),
                        Optional.of(VAULT),
                        Optional.empty()),
                Map.of(
                        "directoryServicesSettings",
                        Map.of(
                                "activeDirectory",
                                Map.of("credentials", Map.of("username", "u", "password", PASSWORD)))));
    }
}
