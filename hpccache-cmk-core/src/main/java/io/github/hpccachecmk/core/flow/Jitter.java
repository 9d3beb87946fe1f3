package io.github.hpccachecmk.core.flow;

/** Where chance comes from: passed in, so that every run can be repeated. Thread-safe. */
@FunctionalInterface
public interface Jitter {
    /** A number from 0 (inclusive) to 1 (exclusive). */
    double next();

    /** No chance at all: always the middle. */
    static Jitter none() {
        return () -> 0.5;
    }
}
