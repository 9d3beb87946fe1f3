package io.github.hpccachecmk.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.ClientOptions;
import com.azure.core.util.HttpClientOptions;
import io.github.hpccachecmk.azure.implementation.Adapters;
import io.github.hpccachecmk.azure.implementation.PipelineSettings;
import io.github.hpccachecmk.core.port.KeyMaterialSource;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.Cloud;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects and checks what the ports on the Azure SDK are made of; the builder's half that knows nothing of flows. */
final class AzurePorts {
    private static final Pattern API_VERSION = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(-preview)?");
    private static final Pattern TRAILING_SLASHES = Pattern.compile("/+$");

    private @Nullable TokenCredential credential;
    private @Nullable HttpClient httpClient;
    private final List<HttpPipelinePolicy> policies = new ArrayList<>();
    private final List<CallListener> listeners = new ArrayList<>();
    private ClientOptions clientOptions = new ClientOptions();
    private HttpLogOptions logOptions = new HttpLogOptions();
    private Cloud cloud = Cloud.PUBLIC;
    private Optional<String> armEndpoint = Optional.empty();
    private String keyVaultVersion = "2026-02-01";
    private String storageCacheVersion = "2026-01-01";

    private KeyMaterialSource keyMaterial = KeyMaterialSource.none();

    void credential(TokenCredential value) {
        credential = value;
    }

    void httpClient(HttpClient value) {
        httpClient = value;
    }

    void addPolicy(HttpPipelinePolicy value) {
        policies.add(value);
    }

    void keyMaterial(KeyMaterialSource value) {
        keyMaterial = value;
    }

    void addListener(CallListener value) {
        listeners.add(value);
    }

    void clientOptions(ClientOptions value) {
        clientOptions = value;
    }

    void logOptions(HttpLogOptions value) {
        logOptions = value;
    }

    void cloud(Cloud value) {
        cloud = value;
    }

    void armEndpoint(String value) {
        armEndpoint = Optional.of(endpoint(value));
    }

    void keyVaultVersion(String value) {
        keyVaultVersion = apiVersion("api-version of Key Vault management", value);
    }

    void storageCacheVersion(String value) {
        storageCacheVersion = apiVersion("api-version of StorageCache", value);
    }

    /**
     * The ports. Nothing is sent.
     *
     * @param clock the time where an answer has no {@code Date}
     * @return thread-safe ports, independent of later changes
     * @throws InvalidInputException without a credential
     */
    Ports build(InstantSource clock) {
        var given = credential;
        if (given == null) {
            throw InvalidInputException.of(
                    "credential of the client builder",
                    null,
                    "any TokenCredential, for example credential(new DefaultAzureCredentialBuilder().build()) of azure-identity");
        }
        var settings = new PipelineSettings(
                given,
                cloud,
                armEndpoint.orElse(cloud.armEndpoint()),
                transport(),
                policies,
                clientOptions,
                logOptions,
                keyVaultVersion,
                storageCacheVersion,
                keyMaterial);
        return Adapters.ports(settings, clock, new Listeners(listeners));
    }

    private HttpClient transport() {
        if (httpClient != null) {
            return httpClient;
        }
        return HttpClient.createDefault(clientOptions instanceof HttpClientOptions options ? options : null);
    }

    private static String endpoint(String value) {
        var trimmed = TRAILING_SLASHES.matcher(value).replaceFirst("");
        try {
            var uri = URI.create(trimmed);
            if ("https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawPath().isEmpty()
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null) {
                return trimmed;
            }
        } catch (IllegalArgumentException malformed) {
            throw refused(value);
        }
        throw refused(value);
    }

    private static InvalidInputException refused(String value) {
        return InvalidInputException.of(
                "endpoint of Azure Resource Manager",
                value,
                "https:// and a host, for example https://management.azure.com");
    }

    private static String apiVersion(String what, String value) {
        if (!API_VERSION.matcher(value).matches()) {
            throw InvalidInputException.of(what, value, "YYYY-MM-DD or YYYY-MM-DD-preview");
        }
        return value;
    }
}
