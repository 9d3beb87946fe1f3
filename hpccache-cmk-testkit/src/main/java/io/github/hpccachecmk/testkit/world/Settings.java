package io.github.hpccachecmk.testkit.world;

import java.util.List;

/**
 * What holds for a whole world.
 *
 * @param seed makes the ids of one world differ from those of another
 * @param tenantId the tenant of its subscriptions and identities
 * @param vaultSuffix the DNS suffix of vaults, {@code vault.azure.net}
 * @param hpcCacheRetired whether a create of an HPC Cache is refused. <b>The real service has refused every create since
 *     2025-03-21</b>; false by default, since nothing else could be tried out then
 * @param cacheLimit quota of caches a region
 * @param fileSystemLimit quota of file systems a region
 * @param policies what Azure Policy denies
 * @param timing how long changes take
 * @param switches the behaviours that differ from their default
 */
public record Settings(
        long seed,
        String tenantId,
        String vaultSuffix,
        boolean hpcCacheRetired,
        int cacheLimit,
        int fileSystemLimit,
        List<PolicyDenial> policies,
        Timing timing,
        Table<Behaviour, Boolean> switches) {

    /** Copies the list. */
    public Settings {
        policies = List.copyOf(policies);
    }

    /** Settings by default: public cloud, quota of four as in recorded traffic, usual timing. */
    public static Settings usual(long seed) {
        return new Settings(
                seed,
                String.format("fa4e0000-7e4a-4000-8000-%012x", seed & 0xffff_ffff_ffffL),
                "vault.azure.net",
                false,
                4,
                4,
                List.of(),
                Timing.usual(),
                Table.empty());
    }

    /** These settings with another timing. */
    public Settings with(Timing changed) {
        return new Settings(
                seed, tenantId, vaultSuffix, hpcCacheRetired, cacheLimit, fileSystemLimit, policies, changed, switches);
    }

    /** These settings with a behaviour switched. */
    public Settings with(Behaviour behaviour, boolean on) {
        return new Settings(
                seed,
                tenantId,
                vaultSuffix,
                hpcCacheRetired,
                cacheLimit,
                fileSystemLimit,
                policies,
                timing,
                switches.with(behaviour, on));
    }

    /** These settings with HPC Cache retired or not. */
    public Settings withHpcCacheRetired(boolean retired) {
        return new Settings(
                seed, tenantId, vaultSuffix, retired, cacheLimit, fileSystemLimit, policies, timing, switches);
    }

    /** These settings with other quotas. */
    public Settings withLimits(int caches, int fileSystems) {
        return new Settings(
                seed, tenantId, vaultSuffix, hpcCacheRetired, caches, fileSystems, policies, timing, switches);
    }

    /** These settings with other policies. */
    public Settings withPolicies(List<PolicyDenial> changed) {
        return new Settings(
                seed, tenantId, vaultSuffix, hpcCacheRetired, cacheLimit, fileSystemLimit, changed, timing, switches);
    }
}
