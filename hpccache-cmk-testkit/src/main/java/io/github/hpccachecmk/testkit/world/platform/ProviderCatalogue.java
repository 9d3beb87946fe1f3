package io.github.hpccachecmk.testkit.world.platform;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a subscription is offered unless a test says otherwise: the providers around a cache, their resource types and
 * where these are.
 */
final class ProviderCatalogue {
    private static final Map<String, List<String>> TYPES = Map.of(
            "Microsoft.StorageCache",
            List.of(
                    "caches",
                    "caches/storageTargets",
                    "amlFilesystems",
                    "operations",
                    "usageModels",
                    "checkAmlFSSubnets",
                    "getRequiredAmlFSSubnetsSize",
                    "locations",
                    "locations/ascoperations",
                    "locations/usages"),
            "Microsoft.KeyVault",
            List.of(
                    "vaults",
                    "vaults/accessPolicies",
                    "vaults/keys",
                    "vaults/keys/versions",
                    "deletedVaults",
                    "locations"),
            "Microsoft.ManagedIdentity",
            List.of("userAssignedIdentities"),
            "Microsoft.Network",
            List.of("virtualNetworks", "virtualNetworks/subnets"),
            "Microsoft.Authorization",
            List.of("roleAssignments", "roleDefinitions", "permissions", "locks"));

    private ProviderCatalogue() {}

    /** The namespaces in the spelling of answers. */
    static List<String> namespaces() {
        return TYPES.keySet().stream().sorted().toList();
    }

    /** The catalogue's spelling of a namespace; empty for one that Azure does not have. */
    static Optional<String> spelling(String namespace) {
        return TYPES.keySet().stream()
                .filter(known -> known.equalsIgnoreCase(namespace))
                .findFirst();
    }

    /** The resource types of a namespace as a provider's answer lists them. */
    static List<Doc> resourceTypes(String namespace) {
        List<Doc> types = new ArrayList<>();
        for (String type : TYPES.getOrDefault(namespace, List.of())) {
            types.add(Doc.of(
                    "resourceType", type, "locations", Regions.displayNames(), "apiVersions", apiVersions(namespace)));
        }
        return types;
    }

    private static List<String> apiVersions(String namespace) {
        return switch (namespace) {
            case "Microsoft.StorageCache" ->
                List.of("2026-01-01", "2025-07-01", "2024-07-01", "2024-03-01", "2023-05-01");
            case "Microsoft.KeyVault" -> List.of("2026-02-01", "2025-05-01", "2024-11-01", "2023-07-01", "2022-07-01");
            case "Microsoft.ManagedIdentity" -> List.of("2024-11-30", "2023-01-31");
            case "Microsoft.Network" -> List.of("2024-05-01");
            default -> List.of("2022-04-01");
        };
    }
}
