package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.World;
import java.util.stream.Stream;

/** What the role assignments of a world give a principal. */
public final class RoleRights {
    private RoleRights() {}

    /** The rights that effective assignments give: what services see. */
    public static Stream<RightGrant> of(World world, String principalId) {
        return assigned(world, principalId, true);
    }

    /** The rights that assignments give, effective or not. */
    static Stream<RightGrant> written(World world, String principalId) {
        return assigned(world, principalId, false);
    }

    private static Stream<RightGrant> assigned(World world, String principalId, boolean effectiveOnly) {
        return world.resources(RoleAssignmentState.class)
                .map(resource -> (RoleAssignmentState) resource.state())
                .filter(state -> state.isEffective() || !effectiveOnly)
                .filter(state -> state.principalId().equalsIgnoreCase(principalId))
                .flatMap(state -> BuiltInRoles.find(state.roleId()).map(role -> role.at(state.scope())).stream());
    }
}
