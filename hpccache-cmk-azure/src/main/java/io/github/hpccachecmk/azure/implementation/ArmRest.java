package io.github.hpccachecmk.azure.implementation;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.rest.Response;
import com.azure.core.http.rest.RestProxy;
import com.azure.core.http.rest.SimpleResponse;
import com.azure.core.management.serializer.SerializerFactory;
import com.azure.core.util.BinaryData;
import java.util.Map;

/**
 * A small client of Azure Resource Manager for the providers that have no SDK module here (Microsoft.StorageCache:
 * azure-resourcemanager-storagecache is not to be had from every registry and drops unknown members) or whose module
 * cannot read one page of any scope in one call (permissions, locks). Answers keep all their members. Thread-safe.
 */
final class ArmRest {
    private static final String JSON = "application/json";

    private final ArmService service;
    private final HttpPipeline pipeline;
    private final String endpoint;

    /**
     * A client of one cloud.
     *
     * @param pipeline attaches the token and guards the host
     * @param endpoint without a trailing slash
     */
    ArmRest(HttpPipeline pipeline, String endpoint) {
        this.service = RestProxy.create(
                ArmService.class, pipeline, SerializerFactory.createDefaultManagementSerializerAdapter());
        this.pipeline = pipeline;
        this.endpoint = endpoint;
    }

    Response<Map<String, Object>> get(Call call, String path, String apiVersion) {
        return parsed(service.get(endpoint, path, apiVersion, JSON, call.context()));
    }

    Response<Map<String, Object>> put(Call call, String path, String apiVersion, Map<String, Object> body) {
        return parsed(service.put(endpoint, path, apiVersion, JSON, JsonCodec.write(body), call.context()));
    }

    Response<Map<String, Object>> patch(Call call, String path, String apiVersion, Map<String, Object> body) {
        return parsed(service.patch(endpoint, path, apiVersion, JSON, JsonCodec.write(body), call.context()));
    }

    Response<Map<String, Object>> post(Call call, String path, String apiVersion, Map<String, Object> body) {
        return parsed(service.post(endpoint, path, apiVersion, JSON, JsonCodec.write(body), call.context()));
    }

    /** Reads a URL that the service gave, to the letter: rebuilding one would break its signature. */
    Response<Map<String, Object>> follow(Call call, String url) {
        var request = new HttpRequest(HttpMethod.GET, url).setHeader(HttpHeaderName.ACCEPT, JSON);
        var response = pipeline.sendSync(request, call.context());
        if (response.getStatusCode() < 200 || response.getStatusCode() > 204) {
            throw new HttpResponseException(response);
        }
        return parsed(response);
    }

    private static Response<Map<String, Object>> parsed(HttpResponse response) {
        try (response) {
            return new SimpleResponse<>(
                    response.getRequest(),
                    response.getStatusCode(),
                    response.getHeaders(),
                    JsonCodec.read(response.getBodyAsBinaryData()));
        }
    }

    private static Response<Map<String, Object>> parsed(Response<BinaryData> response) {
        return new SimpleResponse<>(response, JsonCodec.read(response.getValue()));
    }
}
