package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.Reaction;
import io.github.hpccachecmk.testkit.world.Route;
import java.util.List;

/** The rows of Microsoft.StorageCache. */
public final class StorageCacheRoutes {
    private StorageCacheRoutes() {}

    /** The rows. */
    public static List<Route> rows() {
        return List.of();
    }

    /** What caches and file systems do by themselves. */
    public static List<Reaction> reactions() {
        return List.of();
    }
}
