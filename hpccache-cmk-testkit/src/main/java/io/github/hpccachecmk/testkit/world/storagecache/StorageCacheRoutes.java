package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.Handler;
import io.github.hpccachecmk.testkit.world.Reaction;
import io.github.hpccachecmk.testkit.world.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The rows of Microsoft.StorageCache. Paths and rights: the REST specification 2026-01-01. */
public final class StorageCacheRoutes {
    private static final String SUBSCRIPTION = "/subscriptions/{subscription}";
    private static final String PROVIDER = "/providers/Microsoft.StorageCache";

    private static final String POWERSHELL = "Azure/azure-powershell StorageCache tests, 2023";

    private static final String ALL_CLIENTS =
            "Azure/azure-sdk-for-net, azure-powershell and azure-cli-extensions tests, 2019 to 2026";

    private StorageCacheRoutes() {}

    /** The rows. */
    public static List<Route> rows() {
        List<Route> rows = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            rows.addAll(rows(kind));
        }
        String cache = SUBSCRIPTION + "/resourceGroups/{group}" + PROVIDER + "/caches/{name}";
        rows.add(action(cache, "start", "START_CACHE", TargetActions::start, Counted.START_OR_STOP)
                .observed(POWERSHELL));
        rows.add(action(cache, "stop", "STOP_CACHE", TargetActions::stop, Counted.START_OR_STOP)
                .observed(POWERSHELL));
        rows.add(action(cache, "flush", "FLUSH_CACHE", TargetActions::flush, Counted.FLUSH)
                .observed(POWERSHELL));
        rows.add(action(cache, "debugInfo", "DEBUG_INFO", TargetActions::debugInfo, Counted.NONE)
                .observed(POWERSHELL));
        rows.add(action(cache, "upgrade", "UPGRADE_FIRMWARE", TargetActions::upgrade, Counted.NONE));
        String fileSystem = SUBSCRIPTION + "/resourceGroups/{group}" + PROVIDER + "/amlFilesystems/{name}";
        rows.add(archive(fileSystem, "archive", "ARCHIVE_FILE_SYSTEM"));
        rows.add(archive(fileSystem, "cancelArchive", "CANCEL_ARCHIVE"));
        rows.add(Route.query(
                        SUBSCRIPTION + PROVIDER + "/checkAmlFSSubnets",
                        "CHECK_FILE_SYSTEM_SUBNET",
                        "Microsoft.StorageCache/checkAmlFSSubnets/action",
                        Kind.FILE_SYSTEM.versions().forType("checkAmlFSSubnets"),
                        new Counted(FileSystemSubnets::check, Counted.NONE))
                .observed("Azure/azure-powershell StorageCache tests, 2025"));
        rows.add(Route.query(
                SUBSCRIPTION + PROVIDER + "/getRequiredAmlFSSubnetsSize",
                "REQUIRED_SUBNET_SIZE",
                "Microsoft.StorageCache/getRequiredAmlFSSubnetsSize/action",
                Kind.FILE_SYSTEM.versions().forType("getRequiredAmlFSSubnetsSize"),
                new Counted(FileSystemSubnets::requiredSize, Counted.NONE)));
        rows.add(Route.read(
                        SUBSCRIPTION + PROVIDER + "/usageModels",
                        "LIST_USAGE_MODELS",
                        "Microsoft.StorageCache/usageModels/read",
                        Kind.VERSIONS.forType("usageModels"),
                        new Counted(UsageModels::list, Counted.USAGES))
                .observed(POWERSHELL));
        // Answered by ARM itself: no served-by, no counter.
        rows.add(Route.read(
                        SUBSCRIPTION + PROVIDER + "/skus",
                        "LIST_SKUS",
                        "Microsoft.StorageCache/skus/read",
                        Kind.VERSIONS.forType("skus"),
                        Skus::list)
                .observed(POWERSHELL));
        rows.add(Route.read(
                        SUBSCRIPTION + PROVIDER + "/locations/{location}/usages",
                        "LIST_USAGES",
                        "Microsoft.StorageCache/locations/usages/read",
                        Kind.VERSIONS.forType("locations/usages"),
                        new Counted(Skus::usages, Counted.USAGES))
                .observed(POWERSHELL));
        rows.add(Route.read(
                        SUBSCRIPTION + PROVIDER + "/locations/{location}/ascOperations/{operation}",
                        "GET_OPERATION_STATUS",
                        "Microsoft.StorageCache/locations/ascoperations/read",
                        Kind.VERSIONS.forType("locations/ascOperations"),
                        new Counted(OperationUrls::status, Counted.OPERATION_STATUS))
                .observed(ALL_CLIENTS));
        return List.copyOf(rows);
    }

    private static List<Route> rows(Kind kind) {
        String group = SUBSCRIPTION + "/resourceGroups/{group}" + PROVIDER + "/" + kind.segment();
        String one = group + "/{name}";
        String read = kind.right("read");
        String write = kind.right("write");
        Handler list = counted(kind, (world, call) -> ReadTargets.list(kind, world, call), Counted.LIST);
        return Stream.of(
                        Route.read(
                                one,
                                "GET_TARGET",
                                read,
                                kind.versions(),
                                counted(kind, (world, call) -> ReadTargets.get(kind, world, call), Counted.GET)),
                        Route.read(group, "LIST_TARGETS", read, kind.versions(), list),
                        Route.read(
                                SUBSCRIPTION + PROVIDER + "/" + kind.segment(),
                                "LIST_TARGETS_OF_SUBSCRIPTION",
                                read,
                                kind.versions(),
                                list),
                        Route.write(
                                "PUT",
                                one,
                                "CREATE_TARGET",
                                write,
                                kind.versions(),
                                counted(kind, new PutTarget(kind), Counted.WRITE)),
                        Route.write(
                                "PATCH",
                                one,
                                "UPDATE_TARGET",
                                write,
                                kind.versions(),
                                counted(kind, new PatchTarget(kind), Counted.WRITE)),
                        Route.delete(
                                one,
                                "DELETE_TARGET",
                                kind.right("delete"),
                                kind.versions(),
                                counted(kind, (world, call) -> TargetActions.delete(kind, world, call), Counted.NONE)))
                .map(row -> row.observed(ALL_CLIENTS))
                .toList();
    }

    private static Handler counted(Kind kind, Handler handler, String counter) {
        return new Counted(handler, kind == Kind.CACHE ? counter : Counted.NONE);
    }

    private static Route archive(String fileSystem, String name, String operation) {
        return Route.action(
                        fileSystem + "/" + name,
                        operation,
                        Kind.FILE_SYSTEM.right(name + "/action"),
                        Kind.FILE_SYSTEM.versions(),
                        new Counted(TargetActions::archive, Counted.NONE))
                .observed(POWERSHELL);
    }

    private static Route action(String cache, String name, String operation, Handler handler, String counter) {
        return Route.action(
                cache + "/" + name,
                operation,
                Kind.CACHE.right(name + "/action"),
                Kind.VERSIONS,
                new Counted(handler, counter));
    }

    /** What caches and file systems do by themselves. */
    public static List<Reaction> reactions() {
        return List.of(new KeyReaction());
    }
}
