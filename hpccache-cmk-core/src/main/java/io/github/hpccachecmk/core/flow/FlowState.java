package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.core.fact.Facts;

/**
 * What goes from pass to pass within one process. Immutable.
 *
 * @param facts what is known
 * @param memory what is remembered
 */
public record FlowState(Facts facts, Memory memory) {
    /** The state of a process that knows nothing but a hint. */
    public static FlowState start(Hint hint) {
        return new FlowState(Facts.none(), Memory.fromHint(hint));
    }

    /** What other processes may be told. */
    public Hint hint() {
        return memory.toHint();
    }

    FlowState with(Facts newFacts) {
        return new FlowState(newFacts, memory);
    }

    FlowState with(Memory newMemory) {
        return new FlowState(facts, newMemory);
    }
}
