package io.github.hpccachecmk.core.render;

import io.github.hpccachecmk.audit.AuditReport;
import io.github.hpccachecmk.audit.AuditSummary;
import io.github.hpccachecmk.audit.AuditedResource;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every rendering of an audit says alike. The texts are not encoded. */
final class AuditWords {
    static final String[] HEADS = {"WORST", "LEFT", "KIND", "RESOURCE", "REGION", "KEY", "CMK", "SEEN", "RULES"};

    private AuditWords() {}

    static String title(AuditSummary summary) {
        return "Audit of " + summary.scope();
    }

    static String verdict(AuditSummary summary) {
        return summary.verdict() + " (exit code " + summary.verdict().exitCode() + "): "
                + PlanWords.counted(summary.resources(), "resource", "resources") + ", " + summary.encrypted()
                + " under a customer-managed key, " + summary.waiting() + " waiting for access to its key.";
    }

    static String counts(AuditSummary summary) {
        var severities = Stream.of(Severity.values())
                .filter(summary.problemsBySeverity()::containsKey)
                .map(severity -> PlanWords.name(severity)
                        + ' '
                        + summary.problemsBySeverity().get(severity))
                .collect(Collectors.joining(", "));
        return "Problems: " + (severities.isEmpty() ? "none" : severities) + "; unknown: " + summary.unknowns()
                + "; not seen at all: " + summary.gaps().size() + "; read again: " + summary.readAgain() + ".";
    }

    static String times(AuditSummary summary) {
        return "Began " + summary.startedAt() + ", ended " + summary.endedAt() + ".";
    }

    /** The cells of a resource, below {@link #HEADS}. */
    static List<String> cells(AuditedResource row, AuditSummary summary) {
        var seen = row.inspection();
        var id = row.target().resourceId();
        return List.of(
                row.worst().map(PlanWords::name).orElse(seen.unknowns().isEmpty() ? "OK" : "UNKNOWN"),
                row.minutesLeft().map(minutes -> minutes + " min").orElse("-"),
                row.target().kind().displayName(),
                id.group().name() + "/" + row.target().name(),
                row.location().orElse("-"),
                seen.key().map(AuditWords::key).orElse("-"),
                row.isCompliant().map(is -> is ? "yes" : "no").orElse("?"),
                row.age(summary.endedAt()).toSeconds() + " s ago, "
                        + (row.source() == AuditedResource.Source.READ ? "read" : "inventory"),
                rules(row));
    }

    static Stream<AuditedResource> troubled(AuditReport report) {
        return report.resources().stream()
                .filter(row -> !row.inspection().problems().isEmpty()
                        || !row.inspection().unknowns().isEmpty());
    }

    static String head(AuditedResource row) {
        return row.target().kind().displayName() + " " + row.target();
    }

    static String control(AuditedResource row) {
        return row.target().kind().complianceControl();
    }

    static Optional<String> cure(Problem problem) {
        return problem.cure().map(cure -> "ready to run: " + cure.kind().wireName() + " of " + cure.subject());
    }

    private static String rules(AuditedResource row) {
        var rules = Stream.concat(
                        row.inspection().problems().stream().map(Problem::finding),
                        row.inspection().unknowns().stream())
                .map(Finding::rule)
                .distinct()
                .collect(Collectors.joining(" "));
        return rules.isEmpty() ? "-" : rules;
    }

    /** Without the host's domain, which is that of the cloud. */
    private static String key(KeyUrl key) {
        var host = key.host().toString();
        return host.substring(0, host.indexOf('.')) + "/" + key.keyName()
                + key.version().map(version -> "/" + version).orElse("");
    }
}
