package io.github.hpccachecmk.testkit;

import io.github.hpccachecmk.core.run.Pacing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/**
 * Virtual time: goes forward only, and only when somebody waits or {@link #advance} is called. Tasks run on the thread
 * that waits or advances, in the order of their times. Thread-safe.
 */
public final class VirtualPacing implements Pacing {
    private record Task(Instant when, long order, Runnable work) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::when).thenComparingLong(Task::order));
    private final List<Thread> runners = new ArrayList<>();
    private Instant now;
    private long order;

    /** Time that stands still at a point. */
    public VirtualPacing(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void at(Instant when, Runnable task) {
        tasks.add(new Task(when, order++, task));
        notifyAll();
    }

    /** Lets time pass and runs what falls due, each task at its own time. */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("Time goes forward only; asked for " + time);
        }
        Instant target = now().plus(time);
        for (Optional<Task> next = take(target); next.isPresent(); next = take(target)) {
            run(next.get());
        }
        skipTo(target);
    }

    /** Lets time pass without running anything: the latency of a call. */
    void pass(Duration time) {
        skipTo(now().plus(time));
    }

    @Override
    public boolean await(CompletableFuture<?> end, Duration limit) throws InterruptedException {
        Instant last = limitedEnd(limit);
        // The end itself is what is waited for; this only wakes the waiting thread.
        var unused = end.whenComplete((value, failure) -> wake());
        while (!end.isDone()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("Interrupted while waiting in virtual time");
            }
            Optional<Task> next = take(last);
            if (next.isPresent()) {
                run(next.get());
            } else if (!isWorkUnderWay(end, last)) {
                skipTo(last);
                return end.isDone();
            }
        }
        return true;
    }

    private Instant limitedEnd(Duration limit) {
        Instant start = now();
        return limit.compareTo(Duration.between(start, Instant.MAX)) >= 0 ? Instant.MAX : start.plus(limit);
    }

    /** Waits while another thread runs a task, which can complete the end or bring new tasks; false when none does. */
    private synchronized boolean isWorkUnderWay(CompletableFuture<?> end, Instant last) throws InterruptedException {
        boolean hasWaited = false;
        while (hasOtherRunner() && !end.isDone() && !isAnyDue(last)) {
            hasWaited = true;
            wait();
        }
        return hasWaited;
    }

    private boolean hasOtherRunner() {
        return runners.stream().anyMatch(runner -> runner != Thread.currentThread());
    }

    private synchronized boolean isAnyDue(Instant last) {
        Task next = tasks.peek();
        return next != null && !next.when().isAfter(last);
    }

    private synchronized void wake() {
        notifyAll();
    }

    private synchronized Optional<Task> take(Instant last) {
        Task next = tasks.peek();
        if (next == null || next.when().isAfter(last)) {
            return Optional.empty();
        }
        tasks.remove();
        if (next.when().isAfter(now)) {
            now = next.when();
        }
        runners.add(Thread.currentThread());
        return Optional.of(next);
    }

    private void run(Task task) {
        try {
            task.work().run();
        } finally {
            done();
        }
    }

    private synchronized void done() {
        runners.remove(Thread.currentThread());
        notifyAll();
    }

    private synchronized void skipTo(Instant target) {
        // An endless limit leaves time where it is: there is no task left to skip to.
        if (target.isAfter(now) && !target.equals(Instant.MAX)) {
            now = target;
        }
    }
}
