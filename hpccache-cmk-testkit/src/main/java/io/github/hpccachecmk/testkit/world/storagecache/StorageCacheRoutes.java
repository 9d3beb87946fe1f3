package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.Reaction;
import io.github.hpccachecmk.testkit.world.Route;
import java.util.ArrayList;
import java.util.List;

/** The rows of Microsoft.StorageCache. Paths and rights: the REST specification 2026-01-01. */
public final class StorageCacheRoutes {
    private static final String SUBSCRIPTION = "/subscriptions/{subscription}";
    private static final String PROVIDER = "/providers/Microsoft.StorageCache";

    private StorageCacheRoutes() {}

    /** The rows. */
    public static List<Route> rows() {
        List<Route> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            rows.addAll(rows(kind));
        }
        String cache = SUBSCRIPTION + "/resourceGroups/{group}" + PROVIDER + "/caches/{name}";
        rows.add(action(cache, "start", "START_CACHE", TargetActions::start));
        rows.add(action(cache, "stop", "STOP_CACHE", TargetActions::stop));
        rows.add(action(cache, "flush", "FLUSH_CACHE", TargetActions::flush));
        rows.add(action(cache, "debugInfo", "DEBUG_INFO", TargetActions::debugInfo));
        rows.add(Route.read(
                SUBSCRIPTION + PROVIDER + "/skus",
                "LIST_SKUS",
                "Microsoft.StorageCache/skus/read",
                Kind.VERSIONS.forType("skus"),
                Skus::list));
        rows.add(Route.read(
                SUBSCRIPTION + PROVIDER + "/locations/{location}/usages",
                "LIST_USAGES",
                "Microsoft.StorageCache/locations/usages/read",
                Kind.VERSIONS.forType("locations/usages"),
                Skus::usages));
        rows.add(Route.read(
                SUBSCRIPTION + PROVIDER + "/locations/{location}/ascOperations/{operation}",
                "GET_OPERATION_STATUS",
                "Microsoft.StorageCache/locations/ascoperations/read",
                Kind.VERSIONS.forType("locations/ascOperations"),
                OperationUrls::status));
        return List.copyOf(rows);
    }

    private static List<Route> rows(Kind kind) {
        String group = SUBSCRIPTION + "/resourceGroups/{group}" + PROVIDER + "/" + kind.segment();
        String one = group + "/{name}";
        return List.of(
                Route.read(
                        one,
                        "GET_TARGET",
                        kind.right("read"),
                        kind.versions(),
                        (world, call) -> ReadTargets.get(kind, world, call)),
                Route.read(
                        group,
                        "LIST_TARGETS",
                        kind.right("read"),
                        kind.versions(),
                        (world, call) -> ReadTargets.list(kind, world, call)),
                Route.read(
                        SUBSCRIPTION + PROVIDER + "/" + kind.segment(),
                        "LIST_TARGETS_OF_SUBSCRIPTION",
                        kind.right("read"),
                        kind.versions(),
                        (world, call) -> ReadTargets.list(kind, world, call)),
                Route.write("PUT", one, "CREATE_TARGET", kind.right("write"), kind.versions(), new PutTarget(kind)),
                Route.write("PATCH", one, "UPDATE_TARGET", kind.right("write"), kind.versions(), new PatchTarget(kind)),
                Route.delete(
                        one,
                        "DELETE_TARGET",
                        kind.right("delete"),
                        kind.versions(),
                        (world, call) -> TargetActions.delete(kind, world, call)));
    }

    private static Route action(
            String cache, String name, String operation, io.github.hpccachecmk.testkit.world.Handler handler) {
        return Route.action(cache + "/" + name, operation, Kind.CACHE.right(name + "/action"), Kind.VERSIONS, handler);
    }

    /** What caches and file systems do by themselves. */
    public static List<Reaction> reactions() {
        return List.of(new KeyReaction());
    }
}
