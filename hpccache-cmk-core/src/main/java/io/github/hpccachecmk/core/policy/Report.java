package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import java.util.List;

/**
 * What the rules found. Immutable.
 *
 * @param findings most severe first; of one severity in the catalogue's order
 */
public record Report(List<Finding> findings) {
    /** Copies the list. */
    public Report {
        findings = List.copyOf(findings);
    }

    /** Whether a finding stands in the way of every write. */
    public boolean isBlocked() {
        return !findings.isEmpty() && findings.get(0).isBlocking();
    }

    /** The findings that stand in the way. */
    public List<Finding> blockers() {
        return of(Severity.BLOCKING);
    }

    /** The findings of one severity, in order. */
    public List<Finding> of(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .toList();
    }
}
