package io.github.hpccachecmk.core.rights;

import io.github.hpccachecmk.core.render.Json;
import io.github.hpccachecmk.report.RequiredPermission.Plane;
import io.github.hpccachecmk.report.RequiredPermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;

/**
 * An Azure custom role with exactly what is needed at one scope. Immutable.
 *
 * @param scope where to assign it
 * @param name the role's name, which has to be the only one of its kind in the tenant
 * @param json the definition as {@code az role definition create --role-definition} and the portal take it. It can be assigned
 *     in the scope's resource group, or in its subscription, since Azure knows no smaller place for a definition
 */
public record CustomRole(String scope, String name, String json) {
    private static final Pattern PLACE = Pattern.compile("(?i)(/subscriptions/[^/]+(?:/resourceGroups/[^/]+)?)(.*)");
    private static final Pattern PROVIDER = Pattern.compile("(?i)^/providers/[^/]+/");

    /**
     * One role for each scope of the permissions that a role can be for, in their order.
     *
     * @param permissions what has to be allowed
     * @param prefix what the names of the roles begin with
     */
    public static List<CustomRole> of(RequiredPermissions permissions, String prefix) {
        return permissions.scopes().stream()
                .filter(scope -> !permissions.actions(scope, Plane.CONTROL).isEmpty()
                        || !permissions.actions(scope, Plane.DATA).isEmpty())
                .map(scope -> of(permissions, scope, prefix + " on " + shortened(scope)))
                .toList();
    }

    private static CustomRole of(RequiredPermissions permissions, String scope, String name) {
        var role = new LinkedHashMap<String, Object>();
        role.put("Name", name);
        role.put("IsCustom", true);
        role.put("Description", "What the library needs on " + scope + ", and no more.");
        role.put("Actions", permissions.actions(scope, Plane.CONTROL));
        role.put("NotActions", List.of());
        role.put("DataActions", permissions.actions(scope, Plane.DATA));
        role.put("NotDataActions", List.of());
        role.put("AssignableScopes", List.of(place(scope)));
        return new CustomRole(scope, name, Json.of(role));
    }

    private static String place(String scope) {
        var matcher = PLACE.matcher(scope);
        return matcher.matches() ? matcher.group(1) : scope;
    }

    /** The part that tells one scope from another for a reader: {@code vaults/contoso-cmk/keys/cache-key}. */
    private static String shortened(String scope) {
        var matcher = PLACE.matcher(scope);
        if (!matcher.matches()) {
            return scope;
        }
        var rest = matcher.group(2);
        return rest.isEmpty()
                ? matcher.group(1).replaceFirst("(?i).*/(?=(subscriptions|resourceGroups)/)", "")
                : PROVIDER.matcher(rest).replaceFirst("");
    }
}
