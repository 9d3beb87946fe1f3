package io.github.hpccachecmk.azure.implementation;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.rest.Response;
import com.azure.core.http.rest.SimpleResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The one call on a vault that azure-security-keyvault-keys has no method for: it recovers a key by a poller only, which takes no context.
 * The token's scope is the cloud's own, so no challenge is asked for. Thread-safe.
 */
final class VaultRest {
    private static final String VERSION = "7.5";

    private final PipelineSettings settings;
    private final KnownVaults known;
    private final Map<String, HttpPipeline> pipelines = new ConcurrentHashMap<>();

    VaultRest(PipelineSettings settings, KnownVaults known) {
        this.settings = settings;
        this.known = known;
    }

    /** Recovers a deleted key. */
    Response<Map<String, Object>> recover(Call call, String host, String keyName) {
        known.require(host);
        var pipeline = pipelines.computeIfAbsent(host, name -> Pipelines.vault(settings, "https://" + name));
        var url = "https://" + host + "/deletedkeys/" + keyName + "/recover?api-version=" + VERSION;
        var request = new HttpRequest(HttpMethod.POST, url)
                .setHeader(HttpHeaderName.ACCEPT, "application/json")
                .setHeader(HttpHeaderName.CONTENT_LENGTH, "0");
        var response = pipeline.sendSync(request, call.context());
        if (response.getStatusCode() != 200) {
            throw new HttpResponseException(response);
        }
        try (response) {
            return new SimpleResponse<>(
                    response.getRequest(),
                    response.getStatusCode(),
                    response.getHeaders(),
                    JsonCodec.read(response.getBodyAsBinaryData()));
        }
    }
}
