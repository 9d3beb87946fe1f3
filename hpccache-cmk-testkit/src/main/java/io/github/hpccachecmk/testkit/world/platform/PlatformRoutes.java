package io.github.hpccachecmk.testkit.world.platform;

import io.github.hpccachecmk.testkit.world.Route;
import java.util.List;

/** The rows of subscriptions, resource groups, providers and subnets. */
public final class PlatformRoutes {
    private PlatformRoutes() {}

    /** The rows. */
    public static List<Route> rows() {
        return List.of();
    }
}
