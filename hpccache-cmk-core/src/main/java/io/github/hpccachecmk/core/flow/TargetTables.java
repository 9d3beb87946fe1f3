package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.ChangeKey;
import io.github.hpccachecmk.request.CreateRequest;
import io.github.hpccachecmk.request.RotateKey;
import io.github.hpccachecmk.request.TargetRequest;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The tables of the requests about a cache or file system. */
final class TargetTables {
    /** Creating and authorizing are one table: a cache that was just made is authorized like any other. */
    static final TransitionTable<TargetView> CREATE_AND_AUTHORIZE = new TransitionTable<>(
            "Create and authorize",
            Stream.of(
                            LookingRows.rows(),
                            guarded(LookingRows::isAbsent, CreateRows.rows()),
                            IdentifyRows.rows(),
                            AuthorizeRows.rows(),
                            ProveRows.rows())
                    .flatMap(List::stream)
                    .toList());

    /** A change of the key of what exists. */
    static final TransitionTable<TargetView> CHANGE_KEY = new TransitionTable<>(
            "Change the key",
            Stream.of(
                            LookingRows.rows(),
                            IdentifyRows.rows(),
                            ChangeRows.granting(),
                            ChangeRows.switching(),
                            ProveRows.rows())
                    .flatMap(List::stream)
                    .toList());

    /** A change to a newer version of the same key, which is made if there is none. */
    static final TransitionTable<TargetView> ROTATE_KEY = new TransitionTable<>(
            "Rotate the key",
            Stream.of(
                            LookingRows.rows(),
                            List.of(RotateRows.otherKey()),
                            IdentifyRows.rows(),
                            ChangeRows.granting(),
                            RotateRows.rows(),
                            ChangeRows.switching(),
                            ProveRows.rows())
                    .flatMap(List::stream)
                    .toList());

    private TargetTables() {}

    /** The table behind a request. */
    static TransitionTable<TargetView> of(TargetRequest<?> request) {
        if (request instanceof CreateRequest || request instanceof AuthorizeCache) {
            return CREATE_AND_AUTHORIZE;
        }
        if (request instanceof ChangeKey) {
            return CHANGE_KEY;
        }
        if (request instanceof RotateKey) {
            return ROTATE_KEY;
        }
        throw new IllegalArgumentException("no table for requests of kind " + request.kind());
    }

    private static List<Row<TargetView>> guarded(Predicate<TargetView> guard, List<Row<TargetView>> rows) {
        return rows.stream()
                .map(row -> new Row<TargetView>(
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
