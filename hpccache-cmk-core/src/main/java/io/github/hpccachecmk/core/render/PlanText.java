package io.github.hpccachecmk.core.render;

import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.report.PlannedWrite;
import java.util.List;

/**
 * A plan as text for a terminal: what is wrong and what to do, most severe first; the writes in order with the irreversible
 * ones marked; the number of remote calls; the digest. Pure; lines end with a line feed. What others wrote is encoded.
 */
public final class PlanText {
    private static final Encoder TEXT = Encoder.TERMINAL;
    private static final String INDENT = "            ";

    private PlanText() {}

    /** The whole plan; findings that are as needed are only counted. */
    public static String of(Plan plan) {
        return new Page(plan).text();
    }

    /** One plan being written down. */
    private static final class Page {
        private final Plan plan;
        private final StringBuilder out = new StringBuilder(2048);

        Page(Plan plan) {
            this.plan = plan;
        }

        String text() {
            line(PlanWords.title(plan) + " " + plan.subject());
            line(PlanWords.verdict(plan));
            line("");
            findings();
            writes();
            line("");
            line("Expected remote calls, polling aside: " + plan.expectedCalls());
            line("Made at " + plan.madeAt() + ", digest " + plan.digest());
            return out.toString();
        }

        private void findings() {
            line(PlanWords.findings(plan));
            for (var group : PlanWords.grouped(PlanWords.shown(plan))) {
                finding(group);
            }
            line("");
        }

        private void finding(List<Finding> same) {
            var finding = same.get(0);
            line("  " + padded(PlanWords.name(finding.severity())) + PlanWords.rules(same));
            line(INDENT + finding.message());
            if (!finding.remedy().isEmpty()) {
                line(INDENT + "-> " + finding.remedy());
            }
            line(INDENT + "on " + finding.subject());
            PlanWords.links(same).forEach(link -> line(INDENT + "see " + link));
        }

        private void writes() {
            if (plan.writes().isEmpty()) {
                line("Writes: none");
                return;
            }
            line(PlanWords.writes(plan));
            int number = 1;
            for (var write : plan.writes()) {
                write(number++, write);
            }
        }

        private void write(int number, PlannedWrite write) {
            line("  " + number + ". " + write.kind()
                    + (write.isReversible() ? "" : "  [" + PlanWords.IRREVERSIBLE + "]"));
            line("     " + write.summary());
            line("     on " + write.scope());
            if (!write.authority().isEmpty()) {
                line("     " + PlanWords.authority(write));
            }
            line("     because " + write.reason());
        }

        private static String padded(String name) {
            return name + " ".repeat(Math.max(1, INDENT.length() - 2 - name.length()));
        }

        /** The only place where text gets out. */
        private void line(String text) {
            out.append(TEXT.encode(text)).append('\n');
        }
    }
}
