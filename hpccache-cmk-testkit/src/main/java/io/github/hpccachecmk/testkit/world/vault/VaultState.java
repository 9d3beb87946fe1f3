package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.ResourceState;
import io.github.hpccachecmk.testkit.world.Table;
import java.util.Set;

/**
 * What a vault does and its document does not show. The document ({@code properties.accessPolicies}) is what was
 * written; what services see follows after a while.
 *
 * @param effectivePolicies lower-cased key permissions that are effective, by lower-cased object id
 */
public record VaultState(Table<String, Set<String>> effectivePolicies) implements ResourceState {
    /** A vault in which nothing is effective yet. */
    public static VaultState fresh() {
        return new VaultState(Table.empty());
    }

    /** This state with the effective key permissions of a principal; an empty set takes it out. */
    public VaultState withEffective(String objectId, Set<String> permissions) {
        return new VaultState(
                permissions.isEmpty()
                        ? effectivePolicies.without(objectId)
                        : effectivePolicies.with(objectId, Set.copyOf(permissions)));
    }
}
