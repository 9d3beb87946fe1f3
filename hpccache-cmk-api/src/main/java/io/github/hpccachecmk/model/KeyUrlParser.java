package io.github.hpccachecmk.model;

import io.github.hpccachecmk.implementation.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads key URLs by hand: a general URL parser accepts (and differs in) exactly the tricks that are refused here, such as encoded
 * slashes, user info that looks like a host, and hosts outside ASCII.
 */
final class KeyUrlParser {
    private static final String FORM = "https://"
            + VaultHost.FORM.replace(" or ", "/keys/{name}[/{version}] or https://") + "/keys/{name}[/{version}]";
    private static final String SCHEME = "https://";

    private KeyUrlParser() {}

    static KeyUrl parse(@Nullable String url) {
        String text = Checks.text("key URL", url, FORM);
        if (text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw Checks.refused("key URL (with characters outside printable ASCII)", text, FORM);
        }
        refuse(text, '@', "key URL (with user info)");
        refuse(text, '?', "key URL (with a query)");
        refuse(text, '#', "key URL (with a fragment)");
        refuse(text, '%', "key URL (with percent-encoding)");
        refuse(text, '\\', "key URL (with a backslash)");
        if (!text.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw Checks.refused("key URL (not beginning with https://)", text, FORM);
        }
        String rest = text.substring(SCHEME.length());
        int slash = rest.indexOf('/');
        if (slash < 0) {
            throw Checks.refused("key URL (without a path)", text, FORM);
        }
        VaultHost host = VaultHost.parse(withoutPort(Checks.lower(rest.substring(0, slash)), text), text);
        return ofPath(host, rest.substring(slash), text);
    }

    private static String withoutPort(String authority, String url) {
        int colon = authority.indexOf(':');
        if (colon < 0) {
            return authority;
        }
        if (!authority.substring(colon).equals(":443")) {
            throw Checks.refused("key URL (with a port other than 443)", url, FORM);
        }
        return authority.substring(0, colon);
    }

    private static KeyUrl ofPath(VaultHost host, String path, String url) {
        List<String> segments = ArmPath.segments("path of the key URL", path, FORM);
        String collection = Checks.lower(segments.get(0));
        if (collection.equals("secrets") || collection.equals("certificates")) {
            throw Checks.refused("key URL (of " + collection + ", not of a key)", url, FORM);
        }
        if (!collection.equals("keys") || segments.size() < 2 || segments.size() > 3) {
            throw Checks.refused("key URL (with another path than /keys/{name}[/{version}])", url, FORM);
        }
        return new KeyUrl(host, segments.get(1), segments.size() == 3 ? segments.get(2) : null);
    }

    private static void refuse(String url, char character, String what) {
        if (url.indexOf(character) >= 0) {
            throw Checks.refused(what, url, FORM);
        }
    }
}
