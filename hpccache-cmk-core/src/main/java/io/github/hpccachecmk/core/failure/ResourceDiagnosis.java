package io.github.hpccachecmk.core.failure;

import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.ErrorCode;
import java.util.Optional;

/**
 * What the reason means that a failed operation or resource gives. Immutable.
 *
 * @param code the stable code to report
 * @param treatment what to do about it
 * @param message the service's own words
 * @param remedy what a person can do
 * @param serviceCode the reason's own code; empty text without one
 */
public record ResourceDiagnosis(
        ErrorCode code, Treatment treatment, String message, String remedy, String serviceCode) {
    /** The diagnosis as an error for users. */
    public CmkError toError(String correlationId) {
        return new CmkError(
                code,
                message,
                remedy,
                Optional.of(serviceCode).filter(text -> !text.isEmpty()),
                Optional.empty(),
                Optional.of(correlationId));
    }
}
