package io.github.hpccachecmk.core.policy;

/**
 * What the standard rules take for given about the world they judge. Immutable.
 *
 * @param hpcCacheRetired whether Azure HPC Cache refuses new caches; true of Azure since 2025-03-21, and what a simulation may
 *     have otherwise
 */
public record PolicySettings(boolean hpcCacheRetired) {
    /** Azure as it is. */
    public static PolicySettings azure() {
        return new PolicySettings(true);
    }
}
