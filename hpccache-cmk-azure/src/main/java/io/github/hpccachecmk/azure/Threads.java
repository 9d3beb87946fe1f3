package io.github.hpccachecmk.azure;

import io.github.hpccachecmk.core.run.Pacing;
import io.github.hpccachecmk.core.run.RealPacing;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of a client whose caller brings none: one timer and a few workers, all daemons that end when idle, so that a
 * client needs no closing and a waiting flow holds no thread.
 */
final class Threads {
    private static final int MOST_WORKERS = 8;
    private static final long IDLE_SECONDS = 30;

    private Threads() {}

    /** Pacing in real time on the caller's workers or, without any, on own ones. */
    static Pacing pacing(Optional<ExecutorService> workers) {
        var timer = new ScheduledThreadPoolExecutor(1, daemons("hpccache-cmk-timer-"));
        timer.setRemoveOnCancelPolicy(true);
        timer.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        return RealPacing.create(InstantSource.system(), timer, workers.orElseGet(Threads::workers));
    }

    private static ExecutorService workers() {
        var workers = new ThreadPoolExecutor(
                MOST_WORKERS,
                MOST_WORKERS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                daemons("hpccache-cmk-worker-"));
        workers.allowCoreThreadTimeOut(true);
        return workers;
    }

    private static ThreadFactory daemons(String prefix) {
        var count = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
