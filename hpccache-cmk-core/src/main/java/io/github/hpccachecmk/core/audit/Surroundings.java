package io.github.hpccachecmk.core.audit;

import io.github.hpccachecmk.core.fact.Fact;
import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.FactReader;
import io.github.hpccachecmk.core.inspect.Inspected;
import io.github.hpccachecmk.core.inspect.Inspections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at what is around a resource: in the inventory, else by a read, each of which is made once an audit whichever resources ask
 * for it. For one thread.
 */
final class Surroundings {
    private final Inventory inventory;
    private final FactReader reader;
    private final Inspections inspections;
    private final Map<FactKey<?>, Fact<?>> reads = new HashMap<>();

    Surroundings(Inventory inventory, FactReader reader, Inspections inspections) {
        this.inventory = inventory;
        this.reader = reader;
        this.inspections = inspections;
    }

    /** With all that the rules ask for, as the inventory has it. */
    Inspected byInventory(Inspected seen) {
        return observe(seen, true);
    }

    /** With all that the rules ask for, by reads alone: for what the inventory has shown as trouble. */
    Inspected byReads(Inspected seen) {
        return observe(seen, false);
    }

    private Inspected observe(Inspected first, boolean believesInventory) {
        var seen = first;
        for (var unread = inspections.unread(seen); !unread.isEmpty(); unread = inspections.unread(seen)) {
            for (var key : unread) {
                seen = look(seen, key, believesInventory);
            }
        }
        return seen;
    }

    private <T> Inspected look(Inspected seen, FactKey<T> key, boolean believesInventory) {
        if (key instanceof FactKey.KeyInDeletedState || key instanceof FactKey.DataPlaneKey) {
            // No token goes to a host that only an inventory has named.
            seen.vaultId().ifPresent(vault -> read(new FactKey.Vault(vault)));
        }
        var known = believesInventory ? inventory.find(key) : Optional.<Fact<T>>empty();
        return seen.with(seen.facts().with(key, known.orElseGet(() -> read(key))));
    }

    @SuppressWarnings("unchecked") // this is the only writer
    private <T> Fact<T> read(FactKey<T> key) {
        var known = (Fact<T>) reads.get(key);
        if (known != null) {
            return known;
        }
        var fact = reader.read(key);
        reads.put(key, fact);
        return fact;
    }
}
