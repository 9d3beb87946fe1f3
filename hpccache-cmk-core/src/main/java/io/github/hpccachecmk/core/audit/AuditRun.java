package io.github.hpccachecmk.core.audit;

import io.github.hpccachecmk.audit.AuditQuery;
import io.github.hpccachecmk.audit.AuditSummary;
import io.github.hpccachecmk.audit.AuditedResource;
import io.github.hpccachecmk.core.fact.FactReader;
import io.github.hpccachecmk.core.failure.FailureClassifier;
import io.github.hpccachecmk.core.inspect.Inspected;
import io.github.hpccachecmk.core.inspect.Inspections;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.InventoryQuery;
import io.github.hpccachecmk.core.port.InventoryTable;
import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.core.wire.TargetDocuments;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** One audit: what is around the resources first, then the resources page by page. For one thread, once. */
final class AuditRun {
    private final AuditQuery query;
    private final Inspections inspections;
    private final FactReader reader;
    private final InventoryReader listing;
    private final Gaps gaps;
    private final InstantSource clock;
    private final Proposals proposals;
    private final Tally tally = new Tally();
    private final GrantLedger grants = new GrantLedger();
    private final Set<String> told = new HashSet<>();

    AuditRun(
            AuditQuery query,
            Inspections inspections,
            FactReader reader,
            InventoryReader listing,
            Gaps gaps,
            InstantSource clock) {
        this.query = query;
        this.inspections = inspections;
        this.reader = reader;
        this.listing = listing;
        this.gaps = gaps;
        this.clock = clock;
        this.proposals = new Proposals(inspections, query.allowedVaults());
    }

    AuditSummary run(CallContext context, Consumer<? super AuditedResource> rows) {
        var start = clock.instant();
        gaps.lookAtRights(query.scope(), reader);
        var inventory = listing.read(query.scope());
        var around = new Surroundings(inventory, reader, inspections);
        var resources = new Resources(around, reader, inspections, query.allowedVaults());
        boolean isWhole = eachTarget(context, (row, at) -> take(resources, row, at, rows));
        var elsewhere = new ArrayList<Problem>();
        if (isWhole) {
            elsewhere.addAll(grants.orphaned(query, inventory, clock.instant()));
        }
        elsewhere.addAll(AssignmentLimits.near(listing.assignmentCounts(query.scope())));
        return tally.summary(query.scope(), start, clock.instant(), elsewhere, gaps.found());
    }

    /** Whether the listing came to its end; one that does not even begin tells nothing, and that is a failure. */
    private boolean eachTarget(CallContext context, InventoryReader.RowTaker taker) {
        var targets = new InventoryQuery(InventoryTable.TARGETS, query.scope());
        try {
            listing.each(targets, taker);
            return true;
        } catch (RemoteException failed) {
            if (told.isEmpty()) {
                throw new CmkException(
                        FailureClassifier.classify(failed.failure()).toError(context.correlationId()));
            }
            gaps.unreadable(targets, failed.failure());
            return false;
        }
    }

    private void take(
            Resources resources, Map<String, Object> document, Instant at, Consumer<? super AuditedResource> rows) {
        TargetDocuments.listed(document)
                // A resource that is made while pages are read moves others to the next page.
                .filter(target -> told.add(target.id().resourceId().canonical()))
                .flatMap(target -> resources.look(target, at))
                .ifPresent(known -> {
                    grants.note(known.seen(), inspections.access(known.seen()));
                    var row = row(known);
                    tally.count(row);
                    rows.accept(row);
                });
    }

    private AuditedResource row(Resources.Known known) {
        Inspected seen = known.seen();
        var findings = new ArrayList<>(ResourceRules.of(query, known));
        inspections.findings(seen).stream()
                .filter(finding -> finding.severity() != Severity.OK)
                .forEach(findings::add);
        findings.sort(Comparator.comparing(Finding::severity));
        return new AuditedResource(
                inspections.report(seen, List.copyOf(findings), finding -> proposals.problem(finding, seen)),
                seen.target().location(),
                known.wasRead() ? AuditedResource.Source.READ : AuditedResource.Source.INVENTORY);
    }
}
