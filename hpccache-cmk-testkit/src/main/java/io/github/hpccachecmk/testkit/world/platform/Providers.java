package io.github.hpccachecmk.testkit.world.platform;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.ResourceState;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Resource providers and their registration. That {@code locations/ascoperations} is in lower case was seen in recorded
 * traffic of Azure/azure-powershell; locations are shown as display names, as ARM does.
 */
public final class Providers {
    private static final List<String> LOCATIONS =
            List.of("East US", "South Central US", "West US 2", "Canada Central", "West Europe");
    private static final Map<String, List<String>> TYPES = new TreeMap<>(Map.of(
            "Microsoft.StorageCache",
            List.of("caches", "amlFilesystems", "locations/ascoperations", "usageModels", "locations/usages"),
            "Microsoft.KeyVault",
            List.of("vaults", "deletedVaults", "locations/deletedVaults"),
            "Microsoft.ManagedIdentity",
            List.of("userAssignedIdentities"),
            "Microsoft.Network",
            List.of("virtualNetworks"),
            "Microsoft.Authorization",
            List.of("roleAssignments", "permissions", "locks")));

    private Providers() {}

    /** The world with all providers registered or not in a subscription. */
    public static World withAll(World world, String subscription, boolean registered) {
        World current = world;
        for (String namespace : TYPES.keySet()) {
            current = with(current, subscription, namespace, registered);
        }
        return current;
    }

    /** The world with a provider registered or not. */
    public static World with(World world, String subscription, String namespace, boolean registered) {
        return world.with(new Resource(
                "/subscriptions/" + subscription + "/providers/" + namespace,
                Doc.of("registrationState", registered ? "Registered" : "NotRegistered"),
                ResourceState.Plain.STATE));
    }

    static Step get(World world, Call call) {
        return world.resource(call.id())
                .map(found -> Step.of(world, WireResponse.of(200, show(found))))
                .orElseGet(() -> Step.of(world, notFound(call)));
    }

    static Step list(World world, Call call) {
        List<Doc> all = world.below("/subscriptions/" + call.param("subscription") + "/providers")
                .filter(resource -> TYPES.containsKey(resource.name()))
                .map(Providers::show)
                .toList();
        return Step.of(world, WireResponse.of(200, Doc.of("value", all)));
    }

    static Step register(World world, Call call) {
        String namespace = call.param("namespace");
        String subscription = "/subscriptions/" + call.param("subscription");
        String action = namespace + "/register/action";
        if (!call.may(action, subscription)) {
            return Step.of(world, ArmErrors.authorizationFailed(call.caller(), action, subscription));
        }
        Optional<Resource> found = world.resource(subscription + "/providers/" + namespace);
        if (found.isEmpty()) {
            return Step.of(world, notFound(call));
        }
        Resource registered = found.get().with(found.get().document().with("registrationState", "Registered"));
        return Step.of(world.with(registered), WireResponse.of(200, show(registered)));
    }

    private static WireResponse notFound(Call call) {
        return ArmErrors.gateway(
                404,
                "InvalidResourceNamespace",
                "The resource namespace '" + call.param("namespace") + "' is invalid.");
    }

    private static Doc show(Resource provider) {
        List<Doc> types = TYPES.getOrDefault(provider.name(), List.of()).stream()
                .map(type -> Doc.of("resourceType", type, "locations", LOCATIONS))
                .toList();
        return Doc.of("id", provider.id(), "namespace", provider.name())
                .withAll(provider.document())
                .with("resourceTypes", types);
    }
}
