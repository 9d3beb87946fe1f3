package io.github.hpccachecmk.core.render;

import io.github.hpccachecmk.audit.AuditReport;
import io.github.hpccachecmk.audit.AuditedResource;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.report.Finding;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An audit as Markdown for an issue or a wiki: the same as {@link AuditText} says. Pure; lines end with a line feed. What others wrote is
 * encoded: it is no markup, link, mention or HTML.
 */
public final class AuditMarkdown {
    private final AuditReport report;
    private final StringBuilder out = new StringBuilder(4096);

    private AuditMarkdown(AuditReport report) {
        this.report = report;
    }

    /** The whole report. */
    public static String of(AuditReport report) {
        return new AuditMarkdown(report).text();
    }

    private String text() {
        var summary = report.summary();
        line("## " + escaped(AuditWords.title(summary)));
        line("");
        line("**" + escaped(AuditWords.verdict(summary)) + "**  ");
        line(escaped(AuditWords.counts(summary)) + "  ");
        line(escaped(AuditWords.times(summary)));
        table();
        AuditWords.troubled(report).forEach(this::resource);
        if (!summary.elsewhere().isEmpty()) {
            heading("Of no single resource");
            summary.elsewhere().forEach(this::problem);
        }
        if (!summary.gaps().isEmpty()) {
            heading("What could not be seen");
            summary.gaps().forEach(this::finding);
        }
        return out.toString();
    }

    private void table() {
        if (report.resources().isEmpty()) {
            return;
        }
        line("");
        line(cells(Stream.of(AuditWords.HEADS)));
        line(cells(Stream.of(AuditWords.HEADS).map(head -> "---")));
        report.resources()
                .forEach(row -> line(
                        cells(AuditWords.cells(row, report.summary()).stream().map(AuditMarkdown::escaped))));
    }

    private static String cells(Stream<String> encoded) {
        return encoded.collect(Collectors.joining(" | ", "| ", " |"));
    }

    private void resource(AuditedResource row) {
        heading(AuditWords.head(row));
        row.inspection().problems().forEach(this::problem);
        row.inspection().unknowns().forEach(this::finding);
        row.isCompliant()
                .filter(is -> !is)
                .ifPresent(no -> line("- Not compliant with " + escaped(AuditWords.control(row))));
    }

    private void heading(String text) {
        line("");
        line("### " + escaped(text));
        line("");
    }

    private void problem(Problem problem) {
        finding(problem.finding());
        AuditWords.cure(problem).ifPresent(cure -> line("  - " + escaped(cure)));
    }

    private void finding(Finding finding) {
        line("- **" + PlanWords.name(finding.severity()) + "** " + MarkdownText.code(finding.rule()) + "  ");
        line("  " + escaped(finding.message()));
        if (!finding.remedy().isEmpty()) {
            line("  - What to do: " + escaped(finding.remedy()));
        }
    }

    private static String escaped(String text) {
        return Encoder.MARKDOWN.encode(text);
    }

    private void line(String encoded) {
        out.append(encoded).append('\n');
    }
}
