package io.github.hpccachecmk.core.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Real time: one timer for all that waits, and workers for all that is due. A waiting task holds no thread. Thread-safe.
 *
 * <p>The timer runs nothing but hand-overs to the workers, so one thread is enough for it. Both stay the caller's: they are
 * never shut down here. When the workers are full for a moment, a task that is due is offered again a little later. Once
 * the caller has shut them down, flows that come due end as cancelled; shut them down before the timer, and the timer
 * without dropping what waits in it ({@code shutdown()}, not {@code shutdownNow()}).
 */
public final class RealPacing implements Pacing {
    private static final Duration OFFER_AGAIN_AFTER = Duration.ofMillis(100);

    private final InstantSource clock;
    private final ScheduledExecutorService timer;
    private final Executor workers;

    private RealPacing(InstantSource clock, ScheduledExecutorService timer, Executor workers) {
        this.clock = clock;
        this.timer = timer;
        this.workers = workers;
    }

    /**
     * Pacing on the caller's clock and threads.
     *
     * @param clock tells the time
     * @param timer one thread is enough
     * @param workers run passes, which block while a remote call is under way; bounded, to bound calls at a time
     */
    public static RealPacing create(InstantSource clock, ScheduledExecutorService timer, Executor workers) {
        return new RealPacing(clock, timer, workers);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void at(Instant when, Runnable task) {
        var delay = Duration.between(clock.instant(), when);
        if (delay.isZero() || delay.isNegative()) {
            offer(task);
        } else {
            // The timer counts elapsed time; should the clock have been set back meanwhile, the rest is waited for.
            later(delay, task, () -> at(when, task));
        }
    }

    private void offer(Runnable task) {
        try {
            workers.execute(task);
        } catch (RejectedExecutionException refused) {
            if (workers instanceof ExecutorService service && service.isShutdown()) {
                giveUp(task, refused);
            } else {
                later(OFFER_AGAIN_AFTER, task, () -> offer(task));
            }
        }
    }

    private void later(Duration delay, Runnable task, Runnable step) {
        try {
            // The future is of no use: a step never throws for a task of the driver, see giveUp.
            var unused = timer.schedule(step, nanos(delay), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException shutDown) {
            giveUp(task, shutDown);
        }
    }

    private static void giveUp(Runnable task, RejectedExecutionException why) {
        if (task instanceof Abandonable abandonable) {
            abandonable.abandon();
        } else {
            throw why;
        }
    }

    @Override
    public boolean await(CompletableFuture<?> end, Duration limit) throws InterruptedException {
        try {
            end.get(Math.max(0, nanos(limit)), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException | CancellationException ended) {
            return true;
        } catch (TimeoutException over) {
            return end.isDone();
        }
    }

    private static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException longerThanALong) {
            return duration.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }
}
