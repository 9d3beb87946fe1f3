package io.github.hpccachecmk.core.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A remote call that did not succeed, as the wire showed it and without interpretation.
 *
 * @param operation the call
 * @param scope the id of the resource called
 * @param delivery whether the call can have had an effect
 * @param status the HTTP status; 0 without an answer
 * @param serviceCode the body's {@code error.code}; empty text without one
 * @param serviceMessage the body's {@code error.message} or the transport's words; never a credential or signed URL
 * @param innerCodes the codes below {@code error}: {@code innererror.code} (ForbiddenByRbac …) and {@code details[].code}
 * @param retryAfter the answer's {@code Retry-After}
 * @param requestId the answer's {@code x-ms-request-id}
 * @param at the service's own time of the answer, else the binding's
 */
public record RemoteFailure(
        PortOperation operation,
        String scope,
        Delivery delivery,
        int status,
        String serviceCode,
        String serviceMessage,
        List<String> innerCodes,
        Optional<Duration> retryAfter,
        Optional<String> requestId,
        Instant at) {

    /** Whether a failed call can have had an effect. */
    public enum Delivery {
        /** The service answered. */
        ANSWERED,
        /** The call did not reach the service: no name, no connection, no token. */
        NOT_SENT,
        /** The call was sent and no answer came: time-out or reset. */
        UNKNOWN
    }

    /** Copies the list. */
    public RemoteFailure {
        innerCodes = List.copyOf(innerCodes);
    }
}
