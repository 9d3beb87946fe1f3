package io.github.hpccachecmk.testkit.world.services;

import io.github.hpccachecmk.testkit.world.Kernel;
import io.github.hpccachecmk.testkit.world.Reaction;
import io.github.hpccachecmk.testkit.world.Routes;
import io.github.hpccachecmk.testkit.world.access.AccessRoutes;
import io.github.hpccachecmk.testkit.world.graph.GraphRoutes;
import io.github.hpccachecmk.testkit.world.platform.PlatformRoutes;
import io.github.hpccachecmk.testkit.world.storagecache.StorageCacheRoutes;
import io.github.hpccachecmk.testkit.world.vault.VaultRoutes;
import java.util.ArrayList;
import java.util.List;

/** The kernel with all services. */
public final class Services {
    private Services() {}

    /** A new kernel; it has no state, so one is as good as another. */
    public static Kernel kernel() {
        List<Reaction> reactions = new ArrayList<>(VaultRoutes.reactions());
        reactions.addAll(StorageCacheRoutes.reactions());
        return new Kernel(
                Routes.of(
                        PlatformRoutes.rows(),
                        VaultRoutes.rows(),
                        AccessRoutes.rows(),
                        StorageCacheRoutes.rows(),
                        GraphRoutes.rows()),
                reactions,
                AccessRoutes::rights);
    }
}
