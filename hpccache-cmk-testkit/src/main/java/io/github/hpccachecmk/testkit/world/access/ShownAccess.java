package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;

/** Identities and role assignments without a call of their own: for whoever lists them beside others. */
public final class ShownAccess {
    private ShownAccess() {}

    /** What a GET of a user-assigned identity shows. */
    public static Doc identity(World world, Resource identity) {
        return IdentityHandlers.read(world, identity, false);
    }

    /** What a GET of a role assignment shows. */
    public static Doc assignment(Resource assignment) {
        return RoleAssignmentDocuments.read(assignment);
    }
}
