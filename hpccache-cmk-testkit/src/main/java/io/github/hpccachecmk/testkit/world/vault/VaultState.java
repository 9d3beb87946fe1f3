package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.ResourceState;
import io.github.hpccachecmk.testkit.world.Table;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a vault does and its document does not show. The document ({@code properties.accessPolicies}) is what was
 * written; what services see follows after a while.
 *
 * @param effectivePolicies lower-cased key permissions that are effective, by lower-cased object id
 * @param isFailedOver whether its region is lost and another one serves it
 */
public record VaultState(Table<String, Set<String>> effectivePolicies, boolean isFailedOver) implements ResourceState {
    /** A vault in which nothing is effective yet. */
    public static VaultState fresh() {
        return new VaultState(Table.empty(), false);
    }

    /** A vault with soft delete stays as a deleted vault. */
    @Override
    public World deleted(World world, Resource resource, Instant when) {
        return DeletedVaults.deleted(world, resource, when);
    }

    /** The key permissions that are effective for any of some object ids. */
    public Set<String> effective(Set<String> objectIds) {
        Set<String> all = new TreeSet<>();
        objectIds.forEach(objectId -> effectivePolicies.get(objectId).ifPresent(all::addAll));
        return all;
    }

    /** This state with the effective key permissions of a principal; an empty set takes it out. */
    public VaultState withEffective(String objectId, Set<String> permissions) {
        return new VaultState(
                permissions.isEmpty()
                        ? effectivePolicies.without(objectId)
                        : effectivePolicies.with(objectId, Set.copyOf(permissions)),
                isFailedOver);
    }

    /** This state while another region serves the vault, or once its own does so again. */
    public VaultState withFailedOver(boolean failedOver) {
        return new VaultState(effectivePolicies, failedOver);
    }
}
