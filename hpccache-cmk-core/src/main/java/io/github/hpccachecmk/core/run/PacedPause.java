package io.github.hpccachecmk.core.run;

import io.github.hpccachecmk.core.fact.Pause;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Waits in the engine's own time; while a service asks to slow down, the engine's flows wait as well. Thread-safe. */
record PacedPause(Pacing pacing, BudgetGate gate) implements Pause {
    @Override
    public void pause(Duration time, boolean isThrottled) {
        if (isThrottled) {
            gate.closeUntil(pacing.now().plus(time));
        }
        try {
            // Nothing ends this but time.
            pacing.await(new CompletableFuture<Void>(), time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw Ending.canceled("Interrupted while waiting for a busy service; nothing was written.");
        }
    }
}
