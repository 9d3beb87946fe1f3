package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.Caller;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.Route;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.stream.Stream;

/** The rows of Microsoft.Authorization and Microsoft.ManagedIdentity. */
public final class AccessRoutes {
    private AccessRoutes() {}

    /** The rows. */
    public static List<Route> rows() {
        return List.of();
    }

    /** The rights that effective role assignments in the world give a caller. */
    public static Stream<RightGrant> rights(World world, Caller caller) {
        return RoleRights.of(world, caller.objectId());
    }
}
