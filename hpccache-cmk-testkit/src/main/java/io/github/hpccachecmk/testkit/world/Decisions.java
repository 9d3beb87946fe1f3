package io.github.hpccachecmk.testkit.world;

import java.util.EnumSet;
import java.util.Set;

/** Collects the inferred behaviours that decided something while one call was handled. For one thread and one call. */
public final class Decisions {
    private final EnumSet<Behaviour> inferred = EnumSet.noneOf(Behaviour.class);

    /** Nothing decided yet. */
    public Decisions() {}

    /** Whether the world has a behaviour; asked only where the answer decides something. */
    public boolean on(World world, Behaviour behaviour) {
        if (behaviour.fidelity() == Fidelity.INFERRED) {
            inferred.add(behaviour);
        }
        return world.has(behaviour);
    }

    /** Takes over what decided elsewhere. */
    public void add(Set<Behaviour> others) {
        inferred.addAll(others);
    }

    /** The inferred behaviours asked for so far. */
    public Set<Behaviour> inferred() {
        return Set.copyOf(inferred);
    }
}
