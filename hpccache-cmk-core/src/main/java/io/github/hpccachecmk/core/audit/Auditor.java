package io.github.hpccachecmk.core.audit;

import io.github.hpccachecmk.audit.AuditQuery;
import io.github.hpccachecmk.audit.AuditSummary;
import io.github.hpccachecmk.audit.AuditedResource;
import io.github.hpccachecmk.core.fact.FactReader;
import io.github.hpccachecmk.core.fact.Patience;
import io.github.hpccachecmk.core.fact.Pause;
import io.github.hpccachecmk.core.flow.CorrelationIds;
import io.github.hpccachecmk.core.inspect.Inspections;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.error.CmkException;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Audits scopes. Reads only, on the calling thread. Thread-safe: each audit has a run of its own. */
public final class Auditor {
    private final Ports ports;
    private final Inspections inspections;
    private final InstantSource clock;
    private final Patience patience;

    /**
     * An auditor.
     *
     * @param ports the world
     * @param rules what is judged by, as in plans and inspections
     * @param clock the client's own time
     * @param pause how to wait for a service that is busy
     */
    public Auditor(Ports ports, RuleCatalogue rules, InstantSource clock, Pause pause) {
        this.ports = ports;
        this.inspections = new Inspections(rules);
        this.clock = clock;
        this.patience = Patience.waiting(pause);
    }

    /**
     * One audit.
     *
     * @param rows takes each row as soon as it is known
     * @throws CmkException when the inventory of resources cannot be read at all, or the thread is interrupted
     */
    public AuditSummary audit(AuditQuery query, Consumer<? super AuditedResource> rows) {
        var context = new CallContext(CorrelationIds.of("audit|" + query.scope()));
        var gaps = new Gaps();
        var reader = new FactReader(ports, context, patience);
        var inventory = new InventoryReader(ports.inventory(), context, patience, gaps);
        return new AuditRun(query, inspections, reader, inventory, gaps, clock).run(context, rows);
    }
}
