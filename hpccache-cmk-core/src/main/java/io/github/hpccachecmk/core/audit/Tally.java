package io.github.hpccachecmk.core.audit;

import io.github.hpccachecmk.audit.AuditScope;
import io.github.hpccachecmk.audit.AuditSummary;
import io.github.hpccachecmk.audit.AuditedResource;
import io.github.hpccachecmk.inspection.Encryption;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts rows as they go by, and keeps none. For one thread. */
final class Tally {
    private final Map<String, Integer> byRule = new TreeMap<>();
    private final Map<Severity, Integer> bySeverity = new EnumMap<>(Severity.class);
    private int resources;
    private int encrypted;
    private int waiting;
    private int readAgain;
    private int unknowns;

    void count(AuditedResource row) {
        var seen = row.inspection();
        resources++;
        encrypted += seen.encryption() == Encryption.CUSTOMER_MANAGED ? 1 : 0;
        waiting += seen.deadline().isPresent() ? 1 : 0;
        readAgain += row.source() == AuditedResource.Source.READ ? 1 : 0;
        unknowns += seen.unknowns().size();
        seen.problems().forEach(this::count);
    }

    private void count(Problem problem) {
        byRule.merge(problem.finding().rule(), 1, Integer::sum);
        bySeverity.merge(problem.finding().severity(), 1, Integer::sum);
    }

    AuditSummary summary(AuditScope scope, Instant start, Instant end, List<Problem> elsewhere, List<Finding> gaps) {
        elsewhere.forEach(this::count);
        return AuditSummary.builder()
                .scope(scope)
                .startedAt(start)
                .endedAt(end)
                .resources(resources)
                .encrypted(encrypted)
                .waiting(waiting)
                .readAgain(readAgain)
                .putAllProblemsByRule(byRule)
                .putAllProblemsBySeverity(bySeverity)
                .unknowns(unknowns)
                .addAllElsewhere(elsewhere)
                .addAllGaps(gaps)
                .build();
    }
}
