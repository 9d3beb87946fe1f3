package io.github.hpccachecmk.azure;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.Operation;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.audit.AuditQuery;
import io.github.hpccachecmk.audit.AuditSummary;
import io.github.hpccachecmk.audit.AuditedResource;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.run.CmkEngine;
import io.github.hpccachecmk.core.run.EngineOptions;
import io.github.hpccachecmk.core.run.Pacing;
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
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * {@link CustomerManagedKeys} on Azure; made by {@link CmkClientBuilder}. One client serves any number of requests,
 * subscriptions and vaults of one cloud and one caller, and is meant to be kept: requests begun on the same client join
 * when they are equal, and share one budget when Azure asks to slow down. Thread-safe; holds nothing that must be closed.
 */
public final class CmkClient implements CustomerManagedKeys {
    private final CustomerManagedKeys engine;

    CmkClient(Ports ports, Pacing pacing, EngineOptions options) {
        this.engine = new CmkEngine(ports, pacing, options);
    }

    @Override
    public <R extends Outcome> Plan plan(CmkRequest<R> request) {
        return engine.plan(request);
    }

    @Override
    public RequiredPermissions requiredPermissions(CmkRequest<?> request) {
        return engine.requiredPermissions(request);
    }

    @Override
    public Stream<VaultCandidate> eligibleVaults(TargetId target, String location) {
        return engine.eligibleVaults(target, location);
    }

    @Override
    public Stream<KeyCandidate> eligibleKeys(VaultId vault) {
        return engine.eligibleKeys(vault);
    }

    @Override
    public Stream<KeyVersionState> keyVersions(VaultId vault, String keyName) {
        return engine.keyVersions(vault, keyName);
    }

    @Override
    public Inspection inspect(TargetId target) {
        return engine.inspect(target);
    }

    @Override
    public AuditSummary audit(AuditQuery query, Consumer<? super AuditedResource> rows) {
        return engine.audit(query, rows);
    }

    @Override
    public <R extends Outcome> StepResult<R> step(CmkRequest<R> request, Hint hint, OperationOptions options) {
        return engine.step(request, hint, options);
    }

    @Override
    public <R extends Outcome> Operation<R> begin(CmkRequest<R> request, OperationOptions options) {
        return engine.begin(request, options);
    }
}
