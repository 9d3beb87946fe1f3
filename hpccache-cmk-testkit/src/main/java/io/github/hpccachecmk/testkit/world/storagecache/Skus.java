package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Regions;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is offered. Names, sizes and the form of the list as seen in recorded traffic of Azure/azure-powershell: one
 * element a SKU and location variant, a region several times and in mixed spelling, one of them with zones.
 */
final class Skus {
    private static final Map<String, String> CACHE_SIZES = new TreeMap<>(Map.of(
            "Standard_2G", "3072, 6144, 12288",
            "Standard_4G", "6144, 12288, 24576",
            "Standard_8G", "12288, 24576, 49152",
            "Premium_5G", "21623",
            "Premium_10G", "43246",
            "Premium_20G", "86491"));
    private static final Map<String, Integer> FILE_SYSTEM_INCREMENTS = new TreeMap<>(Map.of(
            "AMLFS-Durable-Premium-40", 48,
            "AMLFS-Durable-Premium-125", 16,
            "AMLFS-Durable-Premium-250", 8,
            "AMLFS-Durable-Premium-500", 4));
    private static final Doc LIST = Doc.of("value", elements());

    private Skus() {}

    static boolean hasCacheSku(String sku) {
        return CACHE_SIZES.containsKey(sku);
    }

    static boolean hasFileSystemSku(String sku) {
        return FILE_SYSTEM_INCREMENTS.containsKey(sku);
    }

    /** The legal sizes of a cache, as the service lists them in a refusal. */
    static String cacheSizes(String sku) {
        return CACHE_SIZES.getOrDefault(sku, "");
    }

    static boolean hasCacheSize(String sku, long size) {
        return List.of(cacheSizes(sku).split(", ")).contains(Long.toString(size));
    }

    static int increment(String sku) {
        return FILE_SYSTEM_INCREMENTS.getOrDefault(sku, 0);
    }

    /** MB/s per TiB: the number that the SKU's name ends with. */
    static int bandwidth(String sku) {
        return hasFileSystemSku(sku) ? Integer.parseInt(sku.substring(sku.lastIndexOf('-') + 1)) : 0;
    }

    static Step list(World world, Call call) {
        return Step.of(world, WireResponse.of(200, LIST));
    }

    private static List<Doc> elements() {
        List<Doc> all = new ArrayList<>();
        for (String sku : CACHE_SIZES.keySet()) {
            for (String region : Regions.skuSpellings()) {
                Doc capabilities = Doc.of(
                        "name", "cache sizes(GB)", "value", cacheSizes(sku).replace(" ", ""));
                Doc throughput = Doc.of("name", "throughput GB/s", "value", sku.replaceAll(".*_(\\d+)G", "$1"));
                all.add(element("caches", sku, region, List.of(), List.of(throughput, capabilities)));
                all.add(element("caches", sku, region, List.of("3", "2", "1"), List.of(throughput, capabilities)));
            }
        }
        for (String sku : FILE_SYSTEM_INCREMENTS.keySet()) {
            for (String region : Regions.skuSpellings()) {
                all.add(element(
                        "amlFilesystems",
                        sku,
                        region,
                        List.of("3", "2", "1"),
                        List.of(
                                Doc.of(
                                        "name",
                                        "bandwidth increment (MB/s/TiB)",
                                        "value",
                                        Integer.toString(bandwidth(sku))),
                                Doc.of("name", "capacity increment (TiB)", "value", Integer.toString(increment(sku))),
                                Doc.of("name", "durable", "value", "True"))));
            }
        }
        return all;
    }

    private static Doc element(String type, String sku, String region, List<String> zones, List<Doc> capabilities) {
        return Doc.of(
                "resourceType",
                type,
                "name",
                sku,
                "locations",
                List.of(region),
                "locationInfo",
                List.of(Doc.of("location", region, "zones", zones)),
                "capabilities",
                capabilities,
                "restrictions",
                List.of());
    }

    static Step usages(World world, Call call) {
        String location = Regions.plain(call.param("location"));
        List<Doc> all = List.of(
                usage(
                        world,
                        call,
                        location,
                        Kind.CACHE,
                        "Cache",
                        world.settings().cacheLimit()),
                usage(
                        world,
                        call,
                        location,
                        Kind.FILE_SYSTEM,
                        "AmlFilesystem",
                        world.settings().fileSystemLimit()));
        return Step.of(world, WireResponse.of(200, Doc.of("value", all)));
    }

    private static Doc usage(World world, Call call, String location, Kind kind, String name, int limit) {
        return Doc.of(
                "limit",
                limit,
                "unit",
                "Count",
                "currentValue",
                count(world, call.param("subscription"), location, kind),
                "name",
                Doc.of("value", name, "localizedValue", name));
    }

    /** How many resources of a kind a subscription has in a region. */
    static int count(World world, String subscription, String location, Kind kind) {
        return (int) world.below("/subscriptions/" + subscription, kind.type())
                .filter(resource -> Regions.plain(
                                resource.document().text("location").orElse(""))
                        .equals(Regions.plain(location)))
                .count();
    }

    /** The refusal of one resource more than the quota allows. The service's words are not public. */
    static Optional<WireResponse> quota(World world, String subscription, String location, Kind kind) {
        int limit = kind == Kind.CACHE
                ? world.settings().cacheLimit()
                : world.settings().fileSystemLimit();
        int used = count(world, subscription, location, kind);
        return used < limit
                ? Optional.empty()
                : Optional.of(ArmErrors.of(
                        409,
                        "QuotaExceeded",
                        "The subscription has " + used + " of " + limit + " allowed "
                                + (kind == Kind.CACHE ? "caches" : "file systems") + " in location " + location + "."));
    }
}
