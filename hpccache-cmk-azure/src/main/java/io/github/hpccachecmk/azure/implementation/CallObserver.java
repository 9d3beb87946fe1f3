package io.github.hpccachecmk.azure.implementation;

import io.github.hpccachecmk.core.port.PortOperation;
import java.time.Instant;

/** Told of every remote call after it ended. Must not throw. */
@FunctionalInterface
public interface CallObserver {
    /**
     * A call has ended.
     *
     * @param operation which one
     * @param scope the id of the resource called
     * @param correlationId of the flow
     * @param start when it began
     * @param end when it ended
     * @param status the HTTP status; 0 without an answer
     * @param code the service's error code; empty text without one
     */
    void called(
            PortOperation operation,
            String scope,
            String correlationId,
            Instant start,
            Instant end,
            int status,
            String code);
}
