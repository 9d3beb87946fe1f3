package io.github.hpccachecmk.core.render;

import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.report.PlannedWrite;
import java.util.List;

/**
 * A plan as Markdown for a pull request: the same as {@link PlanText} says. Pure; lines end with a line feed. What others wrote
 * is encoded: it is no markup, link, mention or HTML.
 */
public final class PlanMarkdown {
    private final Plan plan;
    private final StringBuilder out = new StringBuilder(2048);

    private PlanMarkdown(Plan plan) {
        this.plan = plan;
    }

    /** The whole plan; findings that are as needed are only counted. */
    public static String of(Plan plan) {
        return new PlanMarkdown(plan).text();
    }

    private String text() {
        line("## " + PlanWords.title(plan));
        line("");
        line(code(plan.subject().toString()));
        line("");
        line("**" + escaped(PlanWords.verdict(plan)) + "**");
        line("");
        line("### " + escaped(PlanWords.findings(plan)));
        line("");
        PlanWords.grouped(PlanWords.shown(plan)).forEach(this::finding);
        line("");
        writes();
        line("");
        line("Expected remote calls, polling aside: " + plan.expectedCalls() + "  ");
        line("Made at " + plan.madeAt() + ", digest " + code(plan.digest()));
        return out.toString();
    }

    private void finding(List<Finding> same) {
        var finding = same.get(0);
        line("- **" + PlanWords.name(finding.severity()) + "** " + code(PlanWords.rules(same)) + "  ");
        line("  " + escaped(finding.message()));
        if (!finding.remedy().isEmpty()) {
            line("  - What to do: " + escaped(finding.remedy()));
        }
        line("  - On " + code(finding.subject()));
        PlanWords.links(same).forEach(link -> line("  - See " + code(link)));
    }

    private void writes() {
        if (plan.writes().isEmpty()) {
            line("### Writes: none");
            return;
        }
        line("### " + escaped(PlanWords.writes(plan)));
        line("");
        int number = 1;
        for (var write : plan.writes()) {
            write(number++, write);
        }
    }

    private void write(int number, PlannedWrite write) {
        line(number + ". **" + escaped(write.kind().name()) + "**"
                + (write.isReversible() ? "" : " **" + escaped(PlanWords.IRREVERSIBLE) + "**") + "  ");
        line("   " + escaped(write.summary()));
        line("   - On " + code(write.scope()));
        if (!write.authority().isEmpty()) {
            line("   - " + escaped(PlanWords.authority(write)));
        }
        line("   - Because " + escaped(write.reason()));
    }

    private static String escaped(String text) {
        return Encoder.MARKDOWN.encode(text);
    }

    private static String code(String text) {
        return MarkdownText.code(text);
    }

    private void line(String encoded) {
        out.append(encoded).append('\n');
    }
}
