package io.github.hpccachecmk.core.flow;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What happens when: the one table behind every flow. The first row that applies decides; the last one always applies, so
 * the table is total. {@code docs/FLOW.md} is generated from it.
 */
final class TransitionTable {
    private static final List<Row> ROWS = Stream.of(
                    LookingRows.rows(),
                    guarded(LookingRows::isAbsent, CreateRows.rows()),
                    IdentifyRows.rows(),
                    AuthorizeRows.rows(),
                    ProveRows.rows())
            .flatMap(List::stream)
            .toList();

    private TransitionTable() {}

    /** All rows, in the order in which they are asked. */
    static List<Row> rows() {
        return ROWS;
    }

    /** The decision of the first row that applies. */
    static Move decide(View view) {
        for (var row : ROWS) {
            if (row.applies().test(view)) {
                return row.move(view);
            }
        }
        throw new IllegalStateException("the last row applies always");
    }

    private static List<Row> guarded(Predicate<View> guard, List<Row> rows) {
        return rows.stream()
                .map(row -> new Row(
                        row.id(),
                        row.section(),
                        row.when(),
                        row.gives(),
                        row.phase(),
                        view -> guard.test(view) && row.applies().test(view),
                        row.message(),
                        row.decide()))
                .toList();
    }
}
