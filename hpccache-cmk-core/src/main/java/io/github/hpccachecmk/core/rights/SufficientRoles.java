package io.github.hpccachecmk.core.rights;

import io.github.hpccachecmk.report.RequiredPermission;
import io.github.hpccachecmk.report.RequiredPermission.Plane;
import io.github.hpccachecmk.report.RequiredPermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Built-in roles that together hold everything that is needed at one scope: few and narrow, though wider than a custom role.
 * Pure.
 *
 * @param scope where to assign them
 * @param roles the roles, narrower ones first
 */
public record SufficientRoles(String scope, List<BuiltInRole> roles) {
    /** Copies the list. */
    public SufficientRoles {
        roles = List.copyOf(roles);
    }

    /** For each scope of the permissions, in their order. */
    public static List<SufficientRoles> of(RequiredPermissions permissions) {
        Map<String, List<RequiredPermission>> byScope = new LinkedHashMap<>();
        for (var permission : permissions.all()) {
            if (permission.plane() != Plane.KEY_PERMISSION) {
                byScope.computeIfAbsent(permission.scope(), scope -> new ArrayList<>())
                        .add(permission);
            }
        }
        return byScope.entrySet().stream()
                .map(entry -> new SufficientRoles(entry.getKey(), cover(entry.getValue())))
                .toList();
    }

    /** One role that holds all, if there is one; else role by role what the widest needs are met by. */
    private static List<BuiltInRole> cover(List<RequiredPermission> needed) {
        var roles = new ArrayList<BuiltInRole>();
        var left = new ArrayList<>(needed);
        while (!left.isEmpty()) {
            var role = single(left)
                    .or(() -> mostOf(left))
                    .orElseThrow(() -> new IllegalStateException("no built-in role of the table holds " + left));
            roles.add(role);
            left.removeIf(role::holds);
        }
        roles.sort(null);
        return roles;
    }

    private static Optional<BuiltInRole> single(List<RequiredPermission> needed) {
        for (var role : BuiltInRole.values()) {
            if (needed.stream().allMatch(role::holds)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    private static Optional<BuiltInRole> mostOf(List<RequiredPermission> needed) {
        Optional<BuiltInRole> best = Optional.empty();
        long most = 0;
        for (var role : BuiltInRole.values()) {
            long held = needed.stream().filter(role::holds).count();
            if (held > most) {
                most = held;
                best = Optional.of(role);
            }
        }
        return best;
    }
}
