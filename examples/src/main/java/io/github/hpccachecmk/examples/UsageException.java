package io.github.hpccachecmk.examples;

import java.util.List;

/** The options do not make a job; says all that is wrong at once. Nothing was called. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    UsageException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    List<String> problems() {
        return problems;
    }
}
