package io.github.hpccachecmk.core.run;

import io.github.hpccachecmk.core.flow.Jitter;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What keeps all flows of an engine waiting while the service asks one of them to slow down: they share its budget.
 * Thread-safe.
 */
final class BudgetGate {
    /** Those that waited behind the gate go on spread over this long; together they would be throttled at once again. */
    private static final Duration SPREAD = Duration.ofSeconds(5);

    private final Jitter jitter;
    private Instant closedUntil = Instant.MIN;

    BudgetGate(Jitter jitter) {
        this.jitter = jitter;
    }

    /** Keeps the gate closed until {@code then} at least. */
    synchronized void closeUntil(Instant then) {
        closedUntil = later(closedUntil, then);
    }

    /** When the one that was throttled, and asked to come at {@code wished}, may come. */
    synchronized Instant notBefore(Instant wished) {
        return later(wished, closedUntil);
    }

    /** When one that stands before the closed gate shall come again; empty when it is open. */
    synchronized Optional<Instant> comeAgainAt(Instant now) {
        return closedUntil.isAfter(now)
                ? Optional.of(closedUntil.plusMillis((long) (SPREAD.toMillis() * jitter.next())))
                : Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
