package io.github.hpccachecmk.core.rights;

import io.github.hpccachecmk.core.port.PermissionEntry;
import java.util.List;

/**
 * What entries of the permissions API allow: an action that some entry allows and does not exclude itself. What is allowed
 * here may still be refused (deny assignments, conditions, policies, locks); what is not, is missing for sure.
 */
public final class Permissions {
    private static final String BETWEEN_SLASHES = "/*/";

    private Permissions() {}

    /** Whether some entry allows the control-plane action and does not exclude it itself. */
    public static boolean allow(List<PermissionEntry> entries, String action) {
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            if (mayMatch(entry.actions(), action) && !matches(entry.notActions(), action)) {
                return true;
            }
        }
        return false;
    }

    /** Whether some entry allows the data-plane action and does not exclude it itself. */
    public static boolean allowData(List<PermissionEntry> entries, String action) {
        return entries.stream()
                .anyMatch(entry -> mayMatch(entry.dataActions(), action) && !matches(entry.notDataActions(), action));
    }

    // Microsoft's role Managed Identity Operator reads identities by userAssignedIdentities/*/read, so a star between
    // slashes
    // seems to stand for nothing, too. Read so where the other way would call a right missing.
    private static boolean mayMatch(List<String> patterns, String action) {
        for (int i = 0; i < patterns.size(); i++) {
            var pattern = patterns.get(i);
            if (matches(pattern, action)
                    || (pattern.contains(BETWEEN_SLASHES) && matches(pattern.replace(BETWEEN_SLASHES, "/"), action))) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(List<String> patterns, String action) {
        for (int i = 0; i < patterns.size(); i++) {
            if (matches(patterns.get(i), action)) {
                return true;
            }
        }
        return false;
    }

    /** Without case; each {@code *} stands for any text, slashes too. Linear in the text for every star. */
    static boolean matches(String pattern, String action) {
        int p = 0;
        int a = 0;
        int star = -1;
        int resume = 0;
        while (a < action.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = a;
            } else if (p < pattern.length() && same(pattern.charAt(p), action.charAt(a))) {
                p++;
                a++;
            } else if (star >= 0) {
                p = star + 1;
                a = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean same(char one, char other) {
        return one == other || Character.toLowerCase(one) == Character.toLowerCase(other);
    }
}
