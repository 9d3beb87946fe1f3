package io.github.hpccachecmk.core.run;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.Operation;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.audit.AuditQuery;
import io.github.hpccachecmk.audit.AuditSummary;
import io.github.hpccachecmk.audit.AuditedResource;
import io.github.hpccachecmk.core.flow.FlowState;
import io.github.hpccachecmk.core.flow.Passes;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.rights.RequiredRights;
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
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The three verbs over ports and pacing. Holds the flows under way and the budget that they share, nothing else. Thread-safe;
 * {@code plan} and {@code step} make their calls on the caller's thread, {@code begin} on the pacing's.
 */
public final class CmkEngine implements CustomerManagedKeys {
    private final PassRunner passes;
    private final BiFunction<CmkRequest<?>, Instant, Plan> planner;
    private final Queries queries;
    private final Pacing pacing;
    private final BudgetGate gate;
    private final ConcurrentMap<FlowKey, FlowRun<?>> flows = new ConcurrentHashMap<>();

    /**
     * An engine.
     *
     * @param ports the world
     * @param pacing time and threads
     * @param options rules and chance
     */
    public CmkEngine(Ports ports, Pacing pacing, EngineOptions options) {
        this(
                new Passes(ports, options.rules(), options.jitter()),
                ports,
                options,
                pacing,
                new BudgetGate(options.jitter()));
    }

    private CmkEngine(Passes passes, Ports ports, EngineOptions options, Pacing pacing, BudgetGate gate) {
        this(passes::run, passes::plan, Queries.of(ports, options.rules(), pacing, gate), pacing, gate);
    }

    CmkEngine(
            PassRunner passes,
            BiFunction<CmkRequest<?>, Instant, Plan> planner,
            Queries queries,
            Pacing pacing,
            BudgetGate gate) {
        this.queries = queries;
        this.passes = passes;
        this.planner = planner;
        this.pacing = pacing;
        this.gate = gate;
    }

    @Override
    public <R extends Outcome> Plan plan(CmkRequest<R> request) {
        return planner.apply(request, pacing.now());
    }

    @Override
    public RequiredPermissions requiredPermissions(CmkRequest<?> request) {
        return RequiredRights.of(request);
    }

    @Override
    public Stream<VaultCandidate> eligibleVaults(TargetId target, String location) {
        return queries.pickers().vaults(target, location, pacing.now());
    }

    @Override
    public Stream<KeyCandidate> eligibleKeys(VaultId vault) {
        return queries.pickers().keys(vault);
    }

    @Override
    public Stream<KeyVersionState> keyVersions(VaultId vault, String keyName) {
        return queries.pickers().versions(vault, keyName);
    }

    @Override
    public Inspection inspect(TargetId target) {
        return queries.inspector().inspect(target);
    }

    @Override
    public AuditSummary audit(AuditQuery query, Consumer<? super AuditedResource> rows) {
        return queries.auditor().audit(query, rows);
    }

    @Override
    public <R extends Outcome> StepResult<R> step(CmkRequest<R> request, Hint hint, OperationOptions options) {
        var outcome = passes.run(request, FlowState.start(hint), options, pacing.now());
        outcome.slowDown().ifPresent(pause -> gate.closeUntil(pacing.now().plus(pause)));
        var status = outcome.result().status();
        options.listeners().forEach(listener -> {
            var mailbox = new Mailbox(listener, pacing);
            mailbox.put(status);
            mailbox.close();
            mailbox.deliverHere();
        });
        return outcome.result();
    }

    @Override
    public <R extends Outcome> Operation<R> begin(CmkRequest<R> request, OperationOptions options) {
        var key = FlowKey.of(request, options);
        while (true) {
            var fresh = new FlowRun<R>(request, options, passes, pacing, gate, ended -> flows.remove(key, ended));
            var running = flows.putIfAbsent(key, fresh);
            Optional<OperationHandle<R>> handle = running == null ? fresh.join() : this.<R>joined(running);
            if (handle.isPresent()) {
                options.listeners().forEach(handle.get()::onProgress);
                if (running == null) {
                    fresh.start();
                }
                return handle.get();
            }
            // The flow ended in between, and is about to leave the map: help it out, and begin anew.
            flows.remove(key, running);
        }
    }

    /** An equal request leaves the same kind of thing behind. */
    @SuppressWarnings("unchecked")
    private <R extends Outcome> Optional<OperationHandle<R>> joined(FlowRun<?> running) {
        return ((FlowRun<R>) running).join();
    }
}
