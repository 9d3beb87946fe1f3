package io.github.hpccachecmk.core.policy;

/**
 * What the standard rules take for given about the world they judge. Immutable.
 *
 * @param hpcCacheRetired whether Azure HPC Cache refuses new caches; true of Azure since 2025-03-21, and what a simulation may
 *     have otherwise
 * @param regions whose word counts on where an HPC cache can have a customer-managed key
 * @param countsAssignments whether to look how near a subscription is to its limit of role assignments
 */
public record PolicySettings(boolean hpcCacheRetired, RegionProfile regions, boolean countsAssignments) {
    /** Settings with the regions that the provider reports; assignments are not counted. */
    public PolicySettings(boolean hpcCacheRetired) {
        this(hpcCacheRetired, RegionProfile.AS_REPORTED, false);
    }

    /** Azure as it is. */
    public static PolicySettings azure() {
        return new PolicySettings(true);
    }

    /** The same settings with another list of regions. */
    public PolicySettings with(RegionProfile profile) {
        return new PolicySettings(hpcCacheRetired, profile, countsAssignments);
    }

    /**
     * The same settings with the rule {@code vault.assignments}, which tells when a subscription's limit of role assignments
     * is near. It is not among the standard rules because it lists every assignment of the vault's subscription, up to 4,000,
     * and the caller needs {@code Microsoft.Authorization/roleAssignments/read} on the whole subscription for it.
     */
    public PolicySettings countingAssignments() {
        return new PolicySettings(hpcCacheRetired, regions, true);
    }
}
