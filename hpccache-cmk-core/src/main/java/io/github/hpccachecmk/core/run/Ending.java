package io.github.hpccachecmk.core.run;

import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.error.OperationCanceledException;
import io.github.hpccachecmk.error.OperationFailedException;
import io.github.hpccachecmk.report.Outcome;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * How a flow or a handle ends: exactly one of both is present.
 *
 * @param outcome what the request left behind
 * @param failure what is thrown to those who wait
 * @param <R> what the request leaves behind
 */
record Ending<R extends Outcome>(Optional<R> outcome, Optional<CmkException> failure) {
    /** The ending that a pass came to; empty when another pass follows. */
    static <R extends Outcome> Optional<Ending<R>> of(StepResult<R> result) {
        return switch (result.state()) {
            case DONE ->
                Optional.of(result.outcome().map(Ending::done).orElseGet(() -> defect("a pass ended without outcome")));
            case FAILED ->
                Optional.of(failed(new OperationFailedException(result.error()
                        .orElseGet(() -> CmkError.of(ErrorCode.INTERNAL, "a pass failed without error")))));
            case BLOCKED ->
                result.lookAgainAt().isPresent()
                        ? Optional.empty()
                        : Optional.of(failed(new OperationBlockedException(blockedError(result), result.blockers())));
            case IN_PROGRESS ->
                result.lookAgainAt().isPresent()
                        ? Optional.empty()
                        : Optional.of(defect("a pass in progress named no time for the next one"));
        };
    }

    private static CmkError blockedError(StepResult<?> result) {
        return result.error()
                .orElseGet(() ->
                        CmkError.of(ErrorCode.PREFLIGHT_BLOCKED, result.status().message()));
    }

    private static <R extends Outcome> Ending<R> done(R outcome) {
        return new Ending<>(Optional.of(outcome), Optional.empty());
    }

    /** The ending by a failure. */
    static <R extends Outcome> Ending<R> failed(CmkException failure) {
        return new Ending<>(Optional.empty(), Optional.of(failure));
    }

    private static <R extends Outcome> Ending<R> defect(String what) {
        return failed(new OperationFailedException(CmkError.of(ErrorCode.INTERNAL, what)));
    }

    /** For something that a pass must not throw; its message is not repeated, since nobody has checked it for secrets. */
    static CmkException thrown(Throwable unexpected) {
        var failure = new OperationFailedException(CmkError.of(
                ErrorCode.INTERNAL, "A pass threw " + unexpected.getClass().getName() + "; see the cause."));
        failure.initCause(unexpected);
        return failure;
    }

    /** For the caller's own doing. */
    static CmkException canceled(String how) {
        return new OperationCanceledException(CmkError.of(ErrorCode.CANCELED, how));
    }

    /** Ends a future this way, unless it has ended. */
    void complete(CompletableFuture<R> end) {
        outcome.ifPresent(end::complete);
        failure.ifPresent(end::completeExceptionally);
    }
}
