package io.github.hpccachecmk.core.port;

/**
 * The world, as the core sees it. Implementations are thread-safe and make no retries of their own.
 *
 * @param targets caches and file systems
 * @param vaults vaults
 * @param keys keys on the control plane
 * @param keyData keys on the data plane
 * @param access role assignments, permissions, locks
 * @param identities user-assigned identities
 * @param providers what subscriptions and regions offer
 * @param inventory what Azure Resource Graph knows of all of them
 * @param materials the client's own source of key material to import
 */
public record Ports(
        TargetPort targets,
        VaultPort vaults,
        KeyPort keys,
        KeyDataPort keyData,
        AccessPort access,
        IdentityPort identities,
        ProviderPort providers,
        InventoryPort inventory,
        KeyMaterials materials) {}
