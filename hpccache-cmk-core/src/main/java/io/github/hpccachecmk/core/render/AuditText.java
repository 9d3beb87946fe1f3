package io.github.hpccachecmk.core.render;

import io.github.hpccachecmk.audit.AuditReport;
import io.github.hpccachecmk.audit.AuditedResource;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.report.Finding;

/**
 * An audit as text for a terminal: what it comes to, a table of all resources, then each problem with its remedy. Pure; lines end with a
 * line feed. What others wrote is encoded.
 */
public final class AuditText {
    private final AuditReport report;
    private final StringBuilder out = new StringBuilder(4096);

    private AuditText(AuditReport report) {
        this.report = report;
    }

    /** The whole report. */
    public static String of(AuditReport report) {
        return new AuditText(report).text();
    }

    private String text() {
        var summary = report.summary();
        line(AuditWords.title(summary));
        line(AuditWords.verdict(summary));
        line(AuditWords.counts(summary));
        line(AuditWords.times(summary));
        table();
        AuditWords.troubled(report).forEach(this::resource);
        if (!summary.elsewhere().isEmpty()) {
            line("");
            line("Of no single resource");
            summary.elsewhere().forEach(this::problem);
        }
        if (!summary.gaps().isEmpty()) {
            line("");
            line("What could not be seen");
            summary.gaps().forEach(this::finding);
        }
        return out.toString();
    }

    private void table() {
        if (report.resources().isEmpty()) {
            return;
        }
        line("");
        var columns = new Columns(AuditWords.HEADS);
        for (var row : report.resources()) {
            columns.row(AuditWords.cells(row, report.summary()).stream()
                    .map(Encoder.TERMINAL::encode)
                    .toList());
        }
        columns.lines().forEach(this::line);
    }

    private void resource(AuditedResource row) {
        line("");
        line(AuditWords.head(row));
        row.inspection().problems().forEach(this::problem);
        row.inspection().unknowns().forEach(this::finding);
        row.isCompliant().filter(is -> !is).ifPresent(no -> line("  not compliant with " + AuditWords.control(row)));
    }

    private void problem(Problem problem) {
        finding(problem.finding());
        AuditWords.cure(problem).ifPresent(cure -> line("    -> " + cure));
    }

    private void finding(Finding finding) {
        line("  " + PlanWords.name(finding.severity()) + " " + finding.rule() + ": " + finding.message());
        if (!finding.remedy().isEmpty()) {
            line("    -> " + finding.remedy());
        }
    }

    /** The only place where text gets out; a cell of the table is encoded before, which changes nothing the second time. */
    private void line(String text) {
        out.append(Encoder.TERMINAL.encode(text)).append('\n');
    }
}
