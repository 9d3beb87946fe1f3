package io.github.hpccachecmk.testkit.loopback;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a request wants to go.
 *
 * @param host in lower case, without port
 * @param pathAndQuery as sent, from the slash on
 */
record Target(String host, String pathAndQuery) {
    private static final List<String> HOST_PREFIXES = List.of("/~host/", "/%7Ehost/", "/%7ehost/");
    private static final List<String> OWN = List.of("127.0.0.1", "localhost");

    /**
     * The target of a request line: in the order of precedence a path that begins with {@code /~host/{host}}, the host of an
     * absolute address, the Host header.
     */
    static Target of(String address, Optional<String> hostHeader) {
        String rest = address;
        String host = hostHeader.orElse("");
        if (!rest.startsWith("/")) {
            URI absolute = URI.create(rest);
            host = absolute.getHost() == null ? "" : absolute.getHost();
            int path = rest.indexOf('/', rest.indexOf("://") + "://".length());
            rest = path < 0 ? "/" : rest.substring(path);
        }
        for (String prefix : HOST_PREFIXES) {
            if (rest.startsWith(prefix)) {
                String named = rest.substring(prefix.length());
                int slash = named.indexOf('/');
                return new Target(
                        plain(slash < 0 ? named : named.substring(0, slash)), slash < 0 ? "/" : named.substring(slash));
            }
        }
        return new Target(plain(host), rest);
    }

    /** Whether the face itself is meant and no service. */
    boolean isOwn() {
        return OWN.contains(host);
    }

    private static String plain(String host) {
        int colon = host.indexOf(':');
        String name = (colon < 0 ? host : host.substring(0, colon)).toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
