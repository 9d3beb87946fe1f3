package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code checkAmlFSSubnets} and {@code getRequiredAmlFSSubnetsSize}: a good subnet is answered with 200 and no body (seen
 * in recorded traffic of Azure/azure-powershell), a bad one with the REST specification's body. Prefixes by capacity:
 * Microsoft's article on prerequisites of Managed Lustre; 24 addresses for 16 TiB: the REST specification's example.
 */
final class FileSystemSubnets {
    private static final int FEWEST_ADDRESSES = 24;
    /** Of each subnet Azure keeps these for itself: Microsoft's article on virtual networks. */
    private static final int KEPT_BY_AZURE = 5;

    /** The longest prefix by the largest capacity in TiB that it suffices for. */
    private static final TreeMap<Integer, Integer> PREFIXES = new TreeMap<>(Map.of(16, 27, 40, 26, 92, 25, 196, 24));

    private static final int PREFIX_OF_LARGEST = 23;

    private FileSystemSubnets() {}

    static Step requiredSize(World world, Call call) {
        return refuseSku(call)
                .map(refusal -> Step.of(world, refusal))
                .orElseGet(() -> Step.of(
                        world,
                        WireResponse.of(200, Doc.of("filesystemSubnetSize", addresses(world, call, call.body())))));
    }

    static Step check(World world, Call call) {
        Optional<WireResponse> refusal = refuseSku(call);
        if (refusal.isPresent()) {
            return Step.of(world, refusal.get());
        }
        String subnet = call.body().text("filesystemSubnet").orElse("");
        Optional<String> complaint = world.exists(subnet)
                ? tooSmall(world, call, call.body(), subnet)
                : Optional.of("The subnet '" + subnet + "' does not exist.");
        return Step.of(
                world,
                complaint
                        .map(message -> WireResponse.of(
                                400, Doc.of("filesystemSubnet", Doc.of("status", "Invalid", "message", message))))
                        .orElseGet(() -> WireResponse.empty(200)));
    }

    /** What is wrong with the size of an existing subnet for a file system; empty when nothing is. */
    static Optional<String> tooSmall(World world, Call call, Doc body, String subnet) {
        Optional<Integer> prefix = SubnetSize.prefix(world, subnet);
        int wanted = prefix(capacity(body));
        return prefix.filter(length -> (1 << (32 - length)) - KEPT_BY_AZURE < addresses(world, call, body))
                .map(length -> "A subnet with a minimum size of /" + wanted + " is required.");
    }

    /** With room to spare: what a file system takes is about three quarters of its prefix. */
    private static int addresses(World world, Call call, Doc body) {
        int grown = (1 << (32 - prefix(capacity(body)))) * 3 / 4;
        return grown == FEWEST_ADDRESSES || !call.on(world, Behaviour.SUBNET_SIZE_GROWS_WITH_CAPACITY)
                ? FEWEST_ADDRESSES
                : grown;
    }

    private static int prefix(double capacity) {
        return Optional.ofNullable(PREFIXES.ceilingEntry((int) Math.ceil(capacity)))
                .map(Map.Entry::getValue)
                .orElse(PREFIX_OF_LARGEST);
    }

    private static double capacity(Doc body) {
        return body.number("storageCapacityTiB")
                .or(() -> body.number("properties.storageCapacityTiB"))
                .orElse(0)
                .doubleValue();
    }

    private static Optional<WireResponse> refuseSku(Call call) {
        String sku = call.body().text("sku.name").orElse("");
        return Skus.hasFileSystemSku(sku) ? Optional.empty() : BodyRules.unknownFileSystemSku(sku);
    }
}
