package io.github.hpccachecmk.core.failure;

import io.github.hpccachecmk.error.ErrorCode;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One row of a table of failures; the first row that matches counts.
 *
 * @param id the row's name, for tests and maintainers
 * @param when whether the row is about a failure
 * @param code the stable code to report
 * @param treatment what to do about it
 * @param remedy what a person can do
 * @param <F> the kind of failure
 */
record Row<F>(String id, Predicate<F> when, ErrorCode code, Treatment treatment, Function<F, String> remedy) {
    /** A row whose remedy is that of its code. */
    static <F> Row<F> of(String id, Predicate<F> when, ErrorCode code, Treatment treatment) {
        return of(id, when, code, treatment, code.remedy());
    }

    /** A row with a remedy of its own. */
    static <F> Row<F> of(String id, Predicate<F> when, ErrorCode code, Treatment treatment, String remedy) {
        return new Row<>(id, when, code, treatment, failure -> remedy);
    }

    /** The first row about {@code failure}; the last row of a table is about everything. */
    static <F> Row<F> first(List<Row<F>> table, F failure) {
        return table.stream()
                .filter(row -> row.when.test(failure))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the last row of a table of failures matches all"));
    }
}
