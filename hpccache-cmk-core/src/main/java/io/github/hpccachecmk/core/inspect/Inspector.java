package io.github.hpccachecmk.core.inspect;

import io.github.hpccachecmk.core.fact.Fact;
import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.FactReader;
import io.github.hpccachecmk.core.failure.FailureClassifier;
import io.github.hpccachecmk.core.flow.CorrelationIds;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.inspection.Inspection;
import io.github.hpccachecmk.model.TargetId;
import java.util.List;
import java.util.Optional;

/** Inspects one resource: observes until nothing more is asked for, judges, reports. Thread-safe; reads only. */
public final class Inspector {
    private final Ports ports;
    private final Inspections inspections;

    /** Looks through {@code ports}, judges by {@code rules}. */
    public Inspector(Ports ports, RuleCatalogue rules) {
        this.ports = ports;
        this.inspections = new Inspections(rules);
    }

    /**
     * One resource.
     *
     * @throws CmkException when it is not found or cannot be read
     */
    public Inspection inspect(TargetId id) {
        var correlationId = CorrelationIds.of("inspect|" + id);
        var reader = FactReader.twice(ports, new CallContext(correlationId));
        var key = new FactKey.Target(id);
        var fact = reader.read(key);
        fact.failure().ifPresent(failure -> {
            throw new CmkException(FailureClassifier.classify(failure).toError(correlationId));
        });
        var target = found(id, fact);
        return inspections.report(observe(reader, Inspected.of(target, fact.at(), List.of())));
    }

    private static TargetSnapshot found(TargetId id, Fact<Optional<TargetSnapshot>> fact) {
        return fact.value()
                .flatMap(found -> found)
                .orElseThrow(() -> new CmkException(CmkError.of(
                        ErrorCode.RESOURCE_MISSING,
                        "One read, which can be stale, does not find " + id + "; nothing can be told of it.")));
    }

    private Inspected observe(FactReader reader, Inspected first) {
        var seen = first;
        for (var unread = inspections.unread(seen); !unread.isEmpty(); unread = inspections.unread(seen)) {
            var facts = seen.facts();
            for (var key : unread) {
                facts = reader.read(key, facts);
            }
            seen = seen.with(facts);
        }
        return seen;
    }
}
