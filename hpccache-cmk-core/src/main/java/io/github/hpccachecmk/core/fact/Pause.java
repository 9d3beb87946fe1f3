package io.github.hpccachecmk.core.fact;

import java.time.Duration;

/** Lets time pass for a question that is asked once; a flow has its next pass instead. Implementations are thread-safe. */
@FunctionalInterface
public interface Pause {
    /**
     * Waits on the calling thread.
     *
     * @param time how long
     * @param isThrottled whether a service asked for it, so that whatever else shares its budget had better wait, too
     * @throws io.github.hpccachecmk.error.CmkException when the thread is interrupted; it stays interrupted
     */
    void pause(Duration time, boolean isThrottled);
}
