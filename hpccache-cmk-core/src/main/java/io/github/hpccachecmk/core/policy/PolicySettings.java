package io.github.hpccachecmk.core.policy;

/**
 * What the standard rules take for given about the world they judge. Immutable.
 *
 * @param hpcCacheRetired whether Azure HPC Cache refuses new caches; true of Azure since 2025-03-21, and what a simulation may
 *     have otherwise
 * @param regions whose word counts on where an HPC cache can have a customer-managed key
 */
public record PolicySettings(boolean hpcCacheRetired, RegionProfile regions) {
    /** Settings with the regions that the provider reports. */
    public PolicySettings(boolean hpcCacheRetired) {
        this(hpcCacheRetired, RegionProfile.AS_REPORTED);
    }

    /** Azure as it is. */
    public static PolicySettings azure() {
        return new PolicySettings(true);
    }

    /** The same settings with another list of regions. */
    public PolicySettings with(RegionProfile profile) {
        return new PolicySettings(hpcCacheRetired, profile);
    }
}
