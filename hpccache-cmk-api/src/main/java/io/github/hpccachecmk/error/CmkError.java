package io.github.hpccachecmk.error;

import java.util.Optional;

/**
 * One failure as a value: this library's stable code, what happened in plain words, the service's own code, the ids that
 * support asks for, and what to do next. Immutable; safe to log, store and send.
 *
 * @param code the stable code
 * @param message what is wrong, with the actual value and the legal one
 * @param remedy what to do next
 * @param serviceCode the service's own error code, where a service answered
 * @param requestId the service's {@code x-ms-request-id}
 * @param correlationId the {@code x-ms-correlation-request-id} that every call of the flow carries
 */
public record CmkError(
        ErrorCode code,
        String message,
        String remedy,
        Optional<String> serviceCode,
        Optional<String> requestId,
        Optional<String> correlationId) {

    /**
     * An error of this library's own making, with the code's general remedy.
     *
     * @param code the stable code
     * @param message what is wrong
     * @return the error
     */
    public static CmkError of(ErrorCode code, String message) {
        return new CmkError(code, message, code.remedy(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * The same error with a more exact remedy.
     *
     * @param newRemedy what to do next
     * @return the error
     */
    public CmkError withRemedy(String newRemedy) {
        return new CmkError(code, message, newRemedy, serviceCode, requestId, correlationId);
    }

    /** {@code CODE: message (service code X). Remedy: … [request id …, correlation id …]}. */
    @Override
    public String toString() {
        var text = new StringBuilder(code.name()).append(": ").append(message);
        serviceCode.ifPresent(
                value -> text.append(" (service code ").append(value).append(')'));
        if (!remedy.isEmpty()) {
            text.append(" Remedy: ").append(remedy);
        }
        requestId.ifPresent(value -> text.append(" [request id ").append(value).append(']'));
        correlationId.ifPresent(
                value -> text.append(" [correlation id ").append(value).append(']'));
        return text.toString();
    }
}
