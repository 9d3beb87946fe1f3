package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ResourceId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which entries count as access to a key: an access policy that holds all three rights, or an assignment at or above the key of
 * a built-in role known to hold them. One with a condition, or of another role, does not count: nobody can tell from outside
 * what it gives. Whether access is effective already is seen by the service alone. Pure.
 */
public final class KeyAccess {
    /** The rights that the services ask for: "Please grant get, wrap and unwrap key permissions". */
    public static final Set<String> KEY_PERMISSIONS = Set.of("get", "wrapkey", "unwrapkey");

    /** Key Vault Crypto Service Encryption User: the one role that this library assigns. */
    public static final String ENCRYPTION_USER = "e147488a-f6f5-4113-8e2d-b22465e65bf6";

    /** Built-in roles whose data actions include reading a key, wrapping and unwrapping. */
    private static final Set<String> SUFFICIENT_ROLES = Set.of(
            ENCRYPTION_USER,
            "14b46e9e-c2b7-41b4-b07b-48a6ebf60603", // Key Vault Crypto Officer
            "12338af0-0e69-4776-bea7-57ae8d297424", // Key Vault Crypto User
            "00482a5a-887f-4fb3-b363-3b7fe8e74483"); // Key Vault Administrator

    private KeyAccess() {}

    /** Whether one of the access policies gives the principal access. */
    public static boolean byPolicies(List<AccessPolicy> policies, PrincipalId principal) {
        for (int i = 0; i < policies.size(); i++) {
            if (suffices(policies.get(i), principal)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the assignment gives access to the key of that scope. */
    public static boolean suffices(RoleAssignment assignment, ResourceId keyScope) {
        return assignment.condition().isEmpty()
                && SUFFICIENT_ROLES.contains(assignment.roleId().toLowerCase(Locale.ROOT))
                && isAtOrAbove(assignment.scope(), keyScope.canonical());
    }

    private static boolean suffices(AccessPolicy policy, PrincipalId principal) {
        return policy.principal().equals(principal)
                && policy.application().isEmpty()
                && (policy.keyPermissions().containsAll(KEY_PERMISSIONS)
                        || policy.keyPermissions().contains("all"));
    }

    /**
     * Whether what holds at a scope holds for a key.
     *
     * @param scope an ARM id in any spelling
     * @param key the canonical id of the key's scope
     */
    public static boolean isAtOrAbove(String scope, String key) {
        if (scope.equals("/")) {
            return true;
        }
        boolean begins = !scope.isEmpty() && key.regionMatches(true, 0, scope, 0, scope.length());
        return begins && (key.length() == scope.length() || key.charAt(scope.length()) == '/');
    }
}
