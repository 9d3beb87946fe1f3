package io.github.hpccachecmk.core.run;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * Time and threads of the driver: real ones in production, virtual ones in tests. Thread-safe.
 *
 * <p>An implementation runs tasks on threads of its own or, when virtual, on the thread that waits.
 */
public interface Pacing {
    /** The time now. */
    Instant now();

    /** Runs {@code task} once, at {@code when} or as soon as possible after it. */
    void at(Instant when, Runnable task);

    /**
     * Waits until {@code end} is complete, in whatever way, or {@code limit} is over.
     *
     * @return whether {@code end} is complete
     * @throws InterruptedException when the waiting thread is interrupted
     */
    boolean await(CompletableFuture<?> end, Duration limit) throws InterruptedException;
}
