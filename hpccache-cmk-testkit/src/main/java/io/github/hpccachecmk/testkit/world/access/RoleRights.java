package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.World;
import java.util.Set;
import java.util.stream.Stream;

/** What the role assignments of a world give a principal, its groups included. */
public final class RoleRights {
    private RoleRights() {}

    /** The rights that effective assignments give: what services see. */
    public static Stream<RightGrant> of(World world, String principalId, Decisions decisions) {
        return assigned(world, principalId, decisions)
                .filter(state -> state.isEffective())
                .flatMap(state -> grant(world, state));
    }

    /** The rights that a caller's own assignments give it. */
    static Stream<RightGrant> ofCaller(World world, String principalId, Decisions decisions) {
        return assigned(world, principalId, decisions)
                .filter(state -> state.isEffective() || decisions.on(world, Behaviour.OWN_ROLES_AT_ONCE))
                .flatMap(state -> grant(world, state));
    }

    private static Stream<RoleAssignmentState> assigned(World world, String principalId, Decisions decisions) {
        Set<String> holders = Groups.of(world, principalId);
        return world.resources(RoleAssignmentState.class)
                .filter(resource -> holders.contains(state(resource).principalId()))
                .filter(resource -> resource.document().text("condition").isEmpty()
                        || decisions.on(world, Behaviour.CONDITIONAL_ROLE_GRANTS))
                .map(RoleRights::state);
    }

    private static Stream<RightGrant> grant(World world, RoleAssignmentState state) {
        return Roles.find(world, state.roleId()).map(role -> role.at(state.scope())).stream();
    }

    private static RoleAssignmentState state(Resource resource) {
        return (RoleAssignmentState) resource.state();
    }
}
