package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.World;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The role definitions of a world: those that Azure has and those that customers made. */
final class Roles {
    private Roles() {}

    /** The id under which a world keeps a custom role, whatever scope it was made through: a role has one for its tenant. */
    static String keptAt(String guid) {
        return "/providers/Microsoft.Authorization/roleDefinitions/" + guid.toLowerCase(Locale.ROOT);
    }

    /** The role of a GUID, whatever its case. */
    static Optional<RoleDefinition> find(World world, String guid) {
        return BuiltInRoles.find(guid).or(() -> custom(world, guid).map(CustomRole::role));
    }

    /** The custom role of a GUID. */
    static Optional<CustomRole> custom(World world, String guid) {
        return world.state(keptAt(guid), CustomRole.class);
    }

    /** All custom roles that can be assigned at a scope or somewhere below. */
    static Stream<CustomRole> customAt(World world, String scope) {
        return world.resources(CustomRole.class)
                .map(resource -> (CustomRole) resource.state())
                .filter(custom -> custom.assignableScopes().stream()
                        .anyMatch(assignable ->
                                RightGrant.covers(assignable, scope) || RightGrant.covers(scope, assignable)));
    }

    /** Whether a role can be assigned at a scope. */
    static boolean isAssignable(World world, String guid, String scope) {
        return BuiltInRoles.find(guid).isPresent()
                || custom(world, guid).stream()
                        .flatMap(custom -> custom.assignableScopes().stream())
                        .anyMatch(assignable -> RightGrant.covers(assignable, scope));
    }
}
