package io.github.hpccachecmk.testkit.loopback;

import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.world.Change;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Moves the world's time before each request. Thread-safe. */
final class TimeKeeper {
    private final FakeAzure azure;
    private final LoopbackTime time;
    private final InstantSource clock;
    private Instant last;

    TimeKeeper(FakeAzure azure, LoopbackTime time, InstantSource clock) {
        this.azure = azure;
        this.time = time;
        this.clock = clock;
        this.last = clock.instant();
    }

    synchronized void before(boolean isRead) {
        if (time instanceof LoopbackTime.Scaled scaled) {
            follow(scaled.factor());
        } else if (time instanceof LoopbackTime.StepPerRead && isRead) {
            step();
        }
    }

    private void follow(double factor) {
        Instant now = clock.instant();
        // A clock that was set back lets no time pass until it is where it was.
        if (now.isAfter(last)) {
            azure.advance(
                    Duration.ofNanos(Math.round(Duration.between(last, now).toNanos() * factor)));
            last = now;
        }
    }

    private void step() {
        azure.pending().stream()
                .filter(pending -> !pending.isManual() && pending.transition().change() != Change.KEY_DATE_REACHED)
                .findFirst()
                .map(pending -> Duration.between(azure.now(), pending.due()))
                .filter(until -> !until.isNegative())
                .ifPresent(azure::advance);
    }
}
