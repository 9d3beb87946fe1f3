package io.github.hpccachecmk;

import io.github.hpccachecmk.audit.AuditQuery;
import io.github.hpccachecmk.audit.AuditReport;
import io.github.hpccachecmk.audit.AuditSummary;
import io.github.hpccachecmk.audit.AuditedResource;
import io.github.hpccachecmk.inspection.Inspection;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.KeyCandidate;
import io.github.hpccachecmk.report.KeyVersionState;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.report.RequiredPermissions;
import io.github.hpccachecmk.report.VaultCandidate;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.ArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;

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

    /**
     * The vaults of a subscription, each with what the rules say of it as the vault of a resource: what can be chosen, and for the
     * rest why not. Lazy: a page is fetched when the stream comes to it, so that whoever takes ten vaults does not pay for
     * thousands.
     *
     * <p>Remote calls: one a page of vaults, and none more; what takes further calls (locks, rights) the plan looks at. Not for use
     * by several threads.
     *
     * @param target the resource that is to have a key; the vaults are those of its subscription
     * @param location its region; {@code East US} and {@code eastus} are the same
     * @return the vaults in the service's order; the stream throws a {@link io.github.hpccachecmk.error.CmkException} when a page
     *     cannot be fetched
     */
    Stream<VaultCandidate> eligibleVaults(TargetId target, String location);

    /**
     * The keys of a vault, each with what the rules say of its newest version. Lazy like {@link #eligibleVaults}.
     *
     * <p>Remote calls: one a page of keys, since a listing tells neither type nor size one more a key that the stream comes to, and
     * none more. On the control plane, so that neither a firewall nor a missing data-plane right hides a key. Not for use by several
     * threads.
     *
     * @param vault the vault
     * @return the keys in the service's order; the stream throws a {@link io.github.hpccachecmk.error.CmkException} when something
     *     cannot be fetched
     */
    Stream<KeyCandidate> eligibleKeys(VaultId vault);

    /**
     * The versions of a key with their state. Lazy like {@link #eligibleVaults}; one remote call a page.
     *
     * @param vault the vault
     * @param keyName the key
     * @return the versions in the service's order; the stream throws a {@link io.github.hpccachecmk.error.CmkException} when a page
     *     cannot be fetched, or when there is no such key
     */
    Stream<KeyVersionState> keyVersions(VaultId vault, String keyName);

    /**
     * Looks at one existing cache or file system, its key, vault and access: what is wrong, the remedy for each, and what is expected to
     * happen next. Sends no write. What cannot be known is said to be unknown.
     *
     * <p>Remote calls: the resource, its vault, the key's newest version, each user-assigned identity, and on a vault with roles the
     * assignments of each identity; one more for the version in use when it is not the newest. Where something is missing it is looked
     * for in deleted state; keys that the control plane refuses are asked of the vault itself. A read that fails for a moment is tried
     * once more.
     *
     * @param target the resource
     * @return what was seen
     * @throws io.github.hpccachecmk.error.CmkException when the resource itself is not found or cannot be read; other facts that cannot
     *     be read are among the unknowns
     */
    Inspection inspect(TargetId target);

    /**
     * Looks at all caches and file systems of a scope, those without a customer-managed key too: the same findings as of {@link #inspect},
     * and those that only a look at many shows. Sends no write. Each row is handed out as soon as it is known, in the order of the
     * inventory, and not kept.
     *
     * <p>Remote calls: a query of Azure Resource Graph for every thousand resources, vaults, user-assigned identities and role assignments,
     * one for the counts of role assignments, and one for the caller's rights at the scope; two reads a key at most. What the inventory has of a
     * resource that waits, has failed, is not healthy or shows no access is not believed: the resource is read again (one call), and its vault,
     * identities or assignments where they decide. What the inventory does not show at all is asked for once. A read that fails for a
     * moment is tried again, and a service that asks to slow down is waited for, up to ten minutes at a time.
     *
     * <p>Blocks the calling thread. Thread-safe; the consumer is called on the calling thread, and what it throws ends the audit.
     *
     * @param query where to look, and which vaults requests may be proposed for
     * @param rows takes each resource
     * @return what it comes to, and what could not be seen
     * @throws io.github.hpccachecmk.error.CmkException when the inventory of resources cannot be read at all, or the thread is interrupted;
     *     whatever else cannot be read is among the gaps and the unknowns
     */
    AuditSummary audit(AuditQuery query, Consumer<? super AuditedResource> rows);

    /**
     * As {@link #audit(AuditQuery, Consumer)}, with all rows kept.
     *
     * @param query where to look, and which vaults requests may be proposed for
     * @return the whole report
     */
    default AuditReport audit(AuditQuery query) {
        var resources = new ArrayList<AuditedResource>();
        var summary = audit(query, resources::add);
        return new AuditReport(resources, summary);
    }
}
