package io.github.hpccachecmk.core.policy;

import java.util.List;

/** Where an HPC cache can have a customer-managed key: whose word counts. Immutable, thread-safe. */
public enum RegionProfile {
    /** What the resource provider itself reports at the time of the plan: true of Azure as it is, and the default. */
    AS_REPORTED,
    /**
     * East US, South Central US and West US 2, and no others: what Microsoft's article "Use customer-managed encryption keys
     * for Azure HPC Cache" said of the preview in March 2020. For those who have to hold on to that list; file systems, which
     * the article does not know, are asked of their provider all the same.
     */
    HPC_CACHE_MARCH_2020;

    /** The regions of the list in plain form; empty where the provider is asked. */
    public List<String> regions() {
        return switch (this) {
            case AS_REPORTED -> List.of();
            case HPC_CACHE_MARCH_2020 -> List.of("eastus", "southcentralus", "westus2");
        };
    }
}
