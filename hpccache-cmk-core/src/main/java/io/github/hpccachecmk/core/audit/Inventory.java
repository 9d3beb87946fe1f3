package io.github.hpccachecmk.core.audit;

import io.github.hpccachecmk.core.fact.Fact;
import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.policy.KeyAccess;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.model.PrincipalId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Azure Resource Graph has of the things around resources. What it does not have it may not show, may not know yet, or may have
 * no right to tell; so nothing is taken for absent because it is not in here. Immutable.
 *
 * @param things vaults and user-assigned identities
 * @param assignments of service principals, by principal; unreadable as a whole when the query failed
 */
record Inventory(Map<FactKey<?>, Fact<?>> things, Fact<Map<PrincipalId, List<RoleAssignment>>> assignments) {
    /** Copies the map. */
    Inventory {
        things = Map.copyOf(things);
    }

    /** What it has of a fact; empty when the world has to be asked. */
    @SuppressWarnings("unchecked") // the key says which kind of answer belongs to it
    <T> Optional<Fact<T>> find(FactKey<T> key) {
        if (key instanceof FactKey.Assignments wanted) {
            return assignments.value().map(all -> (Fact<T>) of(wanted, all));
        }
        return Optional.ofNullable((Fact<T>) things.get(key));
    }

    private Fact<List<RoleAssignment>> of(FactKey.Assignments wanted, Map<PrincipalId, List<RoleAssignment>> all) {
        var scope = wanted.scope().canonical();
        return Fact.seen(
                all.getOrDefault(wanted.principal(), List.of()).stream()
                        .filter(assignment -> KeyAccess.isAtOrAbove(assignment.scope(), scope))
                        .toList(),
                assignments.at());
    }
}
