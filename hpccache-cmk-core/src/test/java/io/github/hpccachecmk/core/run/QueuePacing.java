package io.github.hpccachecmk.core.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/** Virtual time on the test's own thread: tasks run inside of {@link #await} and {@link #advance}, and nowhere else. */
final class QueuePacing implements Pacing {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private record Task(Instant when, long number, Runnable work) {}

    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparing(Task::when).thenComparing(Task::number));
    private Instant now = START;
    private long count;

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public void at(Instant when, Runnable task) {
        tasks.add(new Task(when.isBefore(now) ? now : when, count++, task));
    }

    @Override
    public boolean await(CompletableFuture<?> end, Duration limit) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        var last = now.plus(limit);
        while (!end.isDone() && runNext(last)) {}
        if (!end.isDone()) {
            now = last;
        }
        return end.isDone();
    }

    void runDue() {
        advance(Duration.ZERO);
    }

    void advance(Duration duration) {
        var last = now.plus(duration);
        while (runNext(last)) {}
        now = last;
    }

    /** When the tasks that wait are due. */
    List<Instant> waiting() {
        var times = new ArrayList<Instant>();
        tasks.forEach(task -> times.add(task.when()));
        times.sort(Comparator.naturalOrder());
        return times;
    }

    private boolean runNext(Instant last) {
        var next = tasks.peek();
        if (next == null || next.when().isAfter(last)) {
            return false;
        }
        tasks.remove();
        now = next.when();
        next.work().run();
        return true;
    }
}
