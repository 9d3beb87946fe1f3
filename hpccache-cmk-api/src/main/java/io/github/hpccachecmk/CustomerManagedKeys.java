package io.github.hpccachecmk;

import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.report.RequiredPermissions;
import io.github.hpccachecmk.request.CmkRequest;

/**
 * Puts Azure HPC Cache and Azure Managed Lustre under customer-managed keys: three verbs that serve every request.
 *
 * <ul>
 *   <li>{@link #plan} only reads: what is wrong, and what would be written.
 *   <li>{@link #step} makes one pass, at most one write, and says when to look again: for durable engines.
 *   <li>{@link #begin} drives the passes to the end, with progress, await and cancel.
 * </ul>
 *
 * <p>All three are idempotent: any process can carry on any request from what exists in Azure. Thread-safe. To be
 * implemented by this library and by test doubles only; methods may be added. {@link #requiredPermissions} tells beforehand what
 * a caller of them has to be allowed to do.
 */
public interface CustomerManagedKeys {
    /**
     * Reads everything the request's rules look at and works out the writes that would follow. Sends no write.
     *
     * @param request what is wanted
     * @param <R> what the request leaves behind
     * @return all findings, most severe first, and the writes in order
     * @throws io.github.hpccachecmk.error.CmkException when the world cannot be looked at, for example for a refused
     *     credential; single facts that cannot be read are findings, not exceptions
     */
    <R extends Outcome> Plan plan(CmkRequest<R> request);

    /**
     * One pass with default options.
     *
     * @param request what is wanted
     * @param hint the hint of the last pass, or {@link Hint#none()}
     * @param <R> what the request leaves behind
     * @return where it stands and when to look again
     */
    default <R extends Outcome> StepResult<R> step(CmkRequest<R> request, Hint hint) {
        return step(request, hint, OperationOptions.defaults());
    }

    /**
     * One pass: looks at the world, decides, and sends at most one write. Never throws for a remote failure, and never
     * waits: the result says when to call again. A lost hint costs time, never safety.
     *
     * @param request what is wanted
     * @param hint the hint of the last pass, or {@link Hint#none()}
     * @param options an approved plan, for example; listeners are told of this pass
     * @param <R> what the request leaves behind
     * @return where it stands and when to look again
     */
    <R extends Outcome> StepResult<R> step(CmkRequest<R> request, Hint hint, OperationOptions options);

    /**
     * Drives the request to its end with default options.
     *
     * @param request what is wanted
     * @param <R> what the request leaves behind
     * @return the running operation
     */
    default <R extends Outcome> Operation<R> begin(CmkRequest<R> request) {
        return begin(request, OperationOptions.defaults());
    }

    /**
     * Drives the request to its end in the background; a waiting flow holds no thread. The same request (and the same
     * approved plan) begun again on this client while it runs joins the running flow: no call is made twice.
     *
     * @param request what is wanted
     * @param options approved plan, progress listener, preflight
     * @param <R> what the request leaves behind
     * @return a handle of the running flow; remote failures show in its completion, not here
     */
    <R extends Outcome> Operation<R> begin(CmkRequest<R> request, OperationOptions options);

    /**
     * The rights that a caller needs for the request, for an administrator to give beforehand. Worked out from the request
     * alone: makes no remote call, and says nothing about what any caller has. That is held against it by {@link #plan}.
     *
     * @param request what is wanted
     * @return each action with the narrowest scope that does
     */
    RequiredPermissions requiredPermissions(CmkRequest<?> request);
}
