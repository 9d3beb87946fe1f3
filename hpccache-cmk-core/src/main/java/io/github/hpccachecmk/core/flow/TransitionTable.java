package io.github.hpccachecmk.core.flow;

import java.util.List;

/**
 * What happens when: the first row that applies decides; the last one always applies, so the table is total. Pages of
 * {@code docs/FLOW.md} are generated from it.
 *
 * @param name what requests the table is for, in words
 * @param rows all rows, in the order in which they are asked
 * @param <V> what the rows look at
 */
record TransitionTable<V extends View>(String name, List<Row<V>> rows) {
    /** The decision of the first row that applies. */
    Move decide(V view) {
        for (var row : rows) {
            if (row.applies().test(view)) {
                return row.move(view);
            }
        }
        throw new IllegalStateException("the last row applies always");
    }
}
