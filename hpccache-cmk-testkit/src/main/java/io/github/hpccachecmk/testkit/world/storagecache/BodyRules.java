package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Regions;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the service refuses in the body of a create, whatever exists. The texts for SKU and size are those of recorded
 * traffic of Azure/azure-sdk-for-net storagecache tests; the others are inferred in their words.
 */
final class BodyRules {
    private static final List<String> READ_ONLY = List.of(
            "properties.provisioningState",
            "properties.health",
            "properties.mountAddresses",
            "properties.upgradeStatus",
            "properties.primingJobs",
            "properties.spaceAllocation",
            "properties.clientInfo",
            "properties.throughputProvisionedMBps",
            "properties.clusterUuid",
            "properties.currentStorageCapacityTiB",
            "properties.networkSettings.utilityAddresses",
            "identity.principalId",
            "identity.tenantId",
            "systemData");

    /** 64 addresses: Microsoft's article on prerequisites of HPC Cache. */
    private static final int LONGEST_CACHE_PREFIX = 26;

    private BodyRules() {}

    static Optional<WireResponse> check(World world, Call call, Kind kind, Doc body) {
        return name(call, kind)
                .or(() -> location(body))
                .or(() -> readOnly(world, call, body))
                .or(() -> kind == Kind.CACHE ? cache(body) : fileSystem(world, call, body))
                .or(() -> subnet(world, call, body, kind));
    }

    private static Optional<WireResponse> name(Call call, Kind kind) {
        String name = call.param("name");
        return kind.namePattern().matcher(name).matches()
                ? Optional.empty()
                : invalid("The name '" + name + "' is invalid. It must match " + kind.namePattern() + ".", "name");
    }

    private static Optional<WireResponse> location(Doc body) {
        if (body.text("location").isEmpty()) {
            return Optional.of(ArmErrors.gateway(
                    400, "LocationRequired", "The location property is required for this definition."));
        }
        String location = body.text("location").orElse("");
        return Regions.has(location)
                ? Optional.empty()
                : Optional.of(ArmErrors.gateway(
                        400,
                        "LocationNotAvailableForResourceType",
                        "The provided location '" + location + "' is not available for resource type"
                                + " 'Microsoft.StorageCache'."));
    }

    static Optional<WireResponse> readOnly(World world, Call call, Doc body) {
        return READ_ONLY.stream()
                .filter(body::has)
                .filter(member -> call.on(world, Behaviour.READ_ONLY_MEMBERS_REFUSED))
                .findFirst()
                .flatMap(member -> invalid("The member '" + member + "' is read-only.", last(member)));
    }

    private static Optional<WireResponse> cache(Doc body) {
        String sku = body.text("sku.name").orElse("");
        if (!Skus.hasCacheSku(sku)) {
            return invalid("Specified an unknown Cache SKU '" + sku + "'.", "sku");
        }
        long size = body.number("properties.cacheSizeGB").orElse(0).longValue();
        // Two blanks before "Valid", as the service writes them.
        return Skus.hasCacheSize(sku, size)
                ? Optional.empty()
                : invalid(
                        "The cache size " + size + " is invalid for sku " + sku + ".  Valid values are "
                                + Skus.cacheSizes(sku) + ".",
                        "cacheSizeGB");
    }

    private static Optional<WireResponse> fileSystem(World world, Call call, Doc body) {
        String sku = body.text("sku.name").orElse("");
        if (!Skus.hasFileSystemSku(sku)) {
            return unknownFileSystemSku(sku);
        }
        double capacity = body.number("properties.storageCapacityTiB").orElse(0).doubleValue();
        int increment = Skus.increment(sku);
        if (capacity <= 0 || (capacity % increment != 0 && call.on(world, Behaviour.CAPACITY_CHECKED_AT_CREATE))) {
            return invalid(
                    "The storage capacity " + capacity + " is invalid for sku " + sku + ". It must be a multiple of "
                            + increment + " TiB.",
                    "storageCapacityTiB");
        }
        String day = body.text("properties.maintenanceWindow.dayOfWeek").orElse("");
        String time = body.text("properties.maintenanceWindow.timeOfDayUTC").orElse("");
        boolean isDay =
                Arrays.stream(DayOfWeek.values()).anyMatch(known -> known.name().equalsIgnoreCase(day));
        if (!isDay || !time.matches("([01]?\\d|2[0-3]):[0-5]\\d")) {
            return invalid(
                    "A maintenance window with dayOfWeek and timeOfDayUTC (HH:mm) is required.", "maintenanceWindow");
        }
        return body.list("zones").size() > 1 ? invalid("At most one zone can be given.", "zones") : Optional.empty();
    }

    private static Optional<WireResponse> subnet(World world, Call call, Doc body, Kind kind) {
        String member = kind.subnetMember();
        String subnet = body.text("properties." + member).orElse("");
        if (!world.exists(subnet)) {
            return invalid("The subnet '" + subnet + "' does not exist.", member);
        }
        Optional<String> tooSmall = kind == Kind.CACHE
                ? SubnetSize.prefix(world, subnet)
                        .filter(length -> length > LONGEST_CACHE_PREFIX)
                        .map(length -> "The subnet '" + subnet + "' has fewer than 64 addresses.")
                : FileSystemSubnets.tooSmall(world, call, body, subnet);
        if (tooSmall.isPresent() && call.on(world, Behaviour.SUBNET_SIZE_CHECKED_AT_CREATE)) {
            return invalid(tooSmall.get(), member);
        }
        boolean isShared = world.resources(TargetState.class)
                .filter(other -> !World.canonical(other.id()).equals(World.canonical(call.id())))
                .anyMatch(other -> World.canonical(usedSubnet(other)).equals(World.canonical(subnet)));
        return isShared && call.on(world, Behaviour.SUBNET_OF_ITS_OWN)
                ? invalid("The subnet '" + subnet + "' is in use by another resource.", member)
                : Optional.empty();
    }

    private static String usedSubnet(Resource target) {
        String member = ((TargetState) target.state()).kind().subnetMember();
        return target.document().text("properties." + member).orElse("");
    }

    static Optional<WireResponse> unknownFileSystemSku(String sku) {
        return invalid("Specified an unknown AML file system SKU '" + sku + "'.", "sku");
    }

    static Optional<WireResponse> invalid(String message, String target) {
        return Optional.of(ArmErrors.invalidParameter(message, target));
    }

    private static String last(String member) {
        return member.substring(member.lastIndexOf('.') + 1);
    }
}
