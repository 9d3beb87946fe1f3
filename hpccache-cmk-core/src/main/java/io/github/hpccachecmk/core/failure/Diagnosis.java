package io.github.hpccachecmk.core.failure;

import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.ErrorCode;
import java.time.Duration;
import java.util.Optional;

/**
 * What a call's failure means. Immutable.
 *
 * @param code the stable code to report
 * @param treatment what to do about it
 * @param message which call on what was refused, and the service's own words
 * @param remedy what a person can do; that of the code where nothing more exact is known
 * @param failure what the wire showed
 */
public record Diagnosis(ErrorCode code, Treatment treatment, String message, String remedy, RemoteFailure failure) {
    /** How long the service asked to wait: its {@code Retry-After}. */
    public Optional<Duration> retryAfter() {
        return failure.retryAfter();
    }

    /** The diagnosis as an error for users, with the service's code and request id. */
    public CmkError toError(String correlationId) {
        return new CmkError(
                code,
                message,
                remedy,
                Optional.of(failure.serviceCode())
                        .filter(text -> !text.isEmpty())
                        .map(ServiceText::shown),
                failure.requestId().map(ServiceText::shown),
                Optional.of(correlationId));
    }
}
