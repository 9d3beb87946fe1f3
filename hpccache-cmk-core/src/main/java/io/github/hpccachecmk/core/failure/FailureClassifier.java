package io.github.hpccachecmk.core.failure;

import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;

/** The one place that says what a failure means. Pure and total: every failure has exactly one diagnosis. */
public final class FailureClassifier {
    private FailureClassifier() {}

    /** What a failed call means; the message holds the service's own words, which name action and scope if anything does. */
    public static Diagnosis classify(RemoteFailure failure) {
        var row = Row.first(CallFailures.TABLE, failure);
        return new Diagnosis(
                row.code(), row.treatment(), message(failure), row.remedy().apply(failure), failure);
    }

    /**
     * What the reason means that a failed operation, or a failed resource's health, gives.
     *
     * @param code the reason's code; empty text without one
     * @param message the reason's words; empty text without any
     */
    public static ResourceDiagnosis classifyResourceFailure(String code, String message) {
        var reason = new ResourceFailures.Reason(code, message);
        var row = Row.first(ResourceFailures.TABLE, reason);
        var words = message.isBlank() ? "The service gives no reason in words." : ServiceText.shown(message);
        return new ResourceDiagnosis(
                row.code(), row.treatment(), words, row.remedy().apply(reason), ServiceText.shown(code));
    }

    private static String message(RemoteFailure failure) {
        var words = failure.serviceMessage().isBlank() ? "" : ": " + ServiceText.shown(failure.serviceMessage());
        return failure.operation() + " on " + ServiceText.shown(failure.scope()) + ' ' + answer(failure) + words;
    }

    private static String answer(RemoteFailure failure) {
        if (failure.delivery() == Delivery.NOT_SENT) {
            return "could not be sent";
        }
        if (failure.delivery() == Delivery.UNKNOWN) {
            return "was sent and got no answer";
        }
        return ("was answered " + failure.status() + ' ' + ServiceText.shown(failure.serviceCode())).strip();
    }
}
