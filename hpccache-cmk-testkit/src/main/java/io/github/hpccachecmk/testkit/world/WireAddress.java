package io.github.hpccachecmk.testkit.world;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A URL taken apart the way a server does; the same for every face.
 *
 * @param scheme {@code https}; empty for a relative address
 * @param host without port; empty when there is none
 * @param path decoded
 * @param query the parameters, decoded; of two with the same name the last
 */
public record WireAddress(String scheme, String host, String path, Map<String, String> query) {
    /** Copies the parameters. */
    public WireAddress {
        query = Map.copyOf(query);
    }

    /**
     * The parts of a URL.
     *
     * @throws IllegalArgumentException when it is no URL
     */
    public static WireAddress of(String url) {
        var parsed = URI.create(url);
        return new WireAddress(
                textOf(parsed.getScheme()),
                textOf(parsed.getHost()),
                textOf(parsed.getPath()),
                parameters(textOf(parsed.getRawQuery())));
    }

    private static Map<String, String> parameters(String query) {
        var parameters = new LinkedHashMap<String, String>();
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String textOf(@Nullable String part) {
        return part == null ? "" : part;
    }
}
