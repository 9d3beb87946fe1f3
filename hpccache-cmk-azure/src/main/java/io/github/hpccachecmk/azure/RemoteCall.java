package io.github.hpccachecmk.azure;

import java.time.Duration;
import java.time.Instant;

/**
 * One remote call as a {@link CallListener} is told of it. Holds no token, body or signed URL.
 *
 * @param operation the stable name of the call, for example {@code CREATE_TARGET}; new ones may appear
 * @param write whether it changes something
 * @param resource the ARM id or key URL called
 * @param correlationId the {@code x-ms-correlation-request-id} of the flow
 * @param start when it began, by the client's clock
 * @param duration how long it took, by the client's clock
 * @param status the HTTP status; 0 when no answer came
 * @param errorCode the service's error code; empty text when it succeeded or none was told
 */
public record RemoteCall(
        String operation,
        boolean write,
        String resource,
        String correlationId,
        Instant start,
        Duration duration,
        int status,
        String errorCode) {}
