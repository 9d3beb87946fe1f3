package io.github.hpccachecmk.testkit.world;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request as the services see it, without bytes and sockets.
 *
 * @param method {@code GET}, {@code PUT} …
 * @param host {@code management.azure.com} or a vault's own host, without port
 * @param path decoded, beginning with a slash, without query
 * @param query the query's parameters, decoded
 * @param headers by name; looked up without case. No face puts the Authorization header here: who calls is {@code principal}
 * @param body a JSON tree ({@link Doc#value}), or null without a body
 * @param principal the name of the {@link Caller}; empty for a call without a token
 */
public record WireRequest(
        String method,
        String host,
        String path,
        Map<String, String> query,
        Map<String, String> headers,
        @Nullable Object body,
        String principal) {

    /** The control plane's host in the public cloud. */
    public static final String ARM_HOST = "management.azure.com";

    /** Copies what is mutable. */
    public WireRequest {
        method = method.toUpperCase(Locale.ROOT);
        host = host.toLowerCase(Locale.ROOT);
        query = Map.copyOf(query);
        headers = Map.copyOf(headers);
        body = body == null ? null : Doc.value(body);
    }

    /** A call of the control plane with an api-version. */
    public static WireRequest arm(
            String method, String path, String apiVersion, @Nullable Object body, String principal) {
        return new WireRequest(method, ARM_HOST, path, Map.of("api-version", apiVersion), Map.of(), body, principal);
    }

    /** This request with a header added. */
    public WireRequest withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new WireRequest(method, host, path, query, more, body, principal);
    }

    /** This request with a query parameter added. */
    public WireRequest withQuery(String name, String value) {
        Map<String, String> more = new TreeMap<>(query);
        more.put(name, value);
        return new WireRequest(method, host, path, more, headers, body, principal);
    }

    /** A header's value, its name without case. */
    public Optional<String> header(String name) {
        return find(headers, name);
    }

    /** A query parameter's value, its name without case. */
    public Optional<String> parameter(String name) {
        return find(query, name);
    }

    /** The body as an object; empty when there is none or it is something else. */
    public Doc document() {
        return body instanceof Doc doc ? doc : Doc.empty();
    }

    static Optional<String> find(Map<String, String> map, String name) {
        return map.entrySet().stream()
                .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Method, host and path; never the query, which can hold a signature, nor the body. */
    @Override
    public String toString() {
        return method + " https://" + host + path;
    }
}
