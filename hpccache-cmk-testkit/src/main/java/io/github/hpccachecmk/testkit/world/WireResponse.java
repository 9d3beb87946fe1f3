package io.github.hpccachecmk.testkit.world;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A service's answer, without bytes and sockets.
 *
 * @param status the HTTP status
 * @param headers by name; looked up without case
 * @param body a JSON tree, or null without a body
 */
public record WireResponse(
        int status, Map<String, String> headers, @Nullable Object body) {
    /** Copies what is mutable. */
    public WireResponse {
        headers = Map.copyOf(headers);
        body = body == null ? null : Doc.value(body);
    }

    /** An answer with a body. */
    public static WireResponse of(int status, Object body) {
        return new WireResponse(status, Map.of(), body);
    }

    /** An answer without a body. */
    public static WireResponse empty(int status) {
        return new WireResponse(status, Map.of(), null);
    }

    /** This answer with a header set. */
    public WireResponse withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.keySet().removeIf(name::equalsIgnoreCase);
        more.put(name, value);
        return new WireResponse(status, more, body);
    }

    /** A header's value, its name without case. */
    public Optional<String> header(String name) {
        return WireRequest.find(headers, name);
    }

    /** The body as an object; empty when there is none or it is something else. */
    public Doc document() {
        return body instanceof Doc doc ? doc : Doc.empty();
    }

    /** Whether the status is one of success. */
    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** {@code error.code} of the body; empty without one. */
    public Optional<String> errorCode() {
        return document().text("error.code");
    }

    /** The status and, for an error, its code; never the body or headers. */
    @Override
    public String toString() {
        return status + errorCode().map(code -> " " + code).orElse("");
    }
}
