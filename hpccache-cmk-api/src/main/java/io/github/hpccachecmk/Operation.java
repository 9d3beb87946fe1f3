package io.github.hpccachecmk;

import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.report.Status;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A running flow, as one caller holds it. Several handles may share one flow; each has its own completion and its own
 * cancel. Thread-safe.
 *
 * @param <R> what the request leaves behind
 */
public interface Operation<R extends Outcome> {
    /**
     * Waits for the end.
     *
     * @param limit how long to wait; when it is over the flow goes on and can be awaited again
     * @return what the request left behind
     * @throws InterruptedException when the waiting thread is interrupted; the flow goes on
     * @throws io.github.hpccachecmk.error.AwaitTimeoutException when {@code limit} is over
     * @throws OperationBlockedException when nothing can be written until somebody acts
     * @throws io.github.hpccachecmk.error.OperationFailedException when the request cannot succeed any more
     * @throws io.github.hpccachecmk.error.OperationCanceledException when this handle was cancelled
     */
    R await(Duration limit) throws InterruptedException;

    /**
     * The end, as a stage; completes exceptionally with the exceptions that {@link #await} names. Cancelling or
     * completing what {@code toCompletableFuture()} gives has no effect on the flow.
     *
     * @return a stage of this handle
     */
    CompletionStage<R> completion();

    /**
     * The newest status.
     *
     * @return never waits
     */
    Status status();

    /**
     * Adds a listener; it gets the newest status at once and every later one in order, each exactly once, on a thread
     * of the flow's executor. A listener that throws is told no more; the flow is not disturbed.
     *
     * @param listener told of each status
     * @return this handle
     */
    Operation<R> onProgress(Consumer<? super Status> listener);

    /**
     * What a later process needs to carry on quickly; see {@link Hint}.
     *
     * @return the newest hint
     */
    Hint hint();

    /**
     * Gives this handle up. Once no handle is left, the flow makes no further call; a call under way is finished.
     * Nothing that was written is undone: beginning the same request again carries on.
     *
     * @return whether this handle was still running
     */
    boolean cancel();
}
