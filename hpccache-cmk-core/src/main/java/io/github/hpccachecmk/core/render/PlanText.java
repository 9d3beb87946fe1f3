package io.github.hpccachecmk.core.render;

import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

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
            line("Plan for " + plan.target().kind().displayName() + " " + plan.target());
            line(verdict());
            line("");
            findings();
            writes();
            line("");
            line("Expected remote calls, polling aside: " + plan.expectedCalls());
            line("Made at " + plan.madeAt() + ", digest " + plan.digest());
            return out.toString();
        }

        private String verdict() {
            int blockers = plan.blockers().size();
            if (blockers > 0) {
                return "BLOCKED: " + counted(blockers, "finding stands", "findings stand")
                        + " in the way; nothing is written.";
            }
            if (plan.writes().isEmpty()) {
                return "Nothing to do.";
            }
            return "Ready: " + counted(plan.writes().size(), "write", "writes")
                    + (plan.isIrreversible() ? ", one or more that CANNOT BE UNDONE." : ".");
        }

        private void findings() {
            var shown = plan.findings().stream()
                    .filter(finding -> finding.severity() != Severity.OK)
                    .toList();
            int fine = plan.findings().size() - shown.size();
            line("Findings (" + shown.size() + " to look at, " + fine + " as needed)");
            for (var group : grouped(shown)) {
                finding(group);
            }
            line("");
        }

        /** Rules that say the same of the same thing, as they do when one answer was not to be had, are shown as one. */
        private static List<List<Finding>> grouped(List<Finding> findings) {
            var groups = new ArrayList<List<Finding>>();
            findings.stream()
                    .collect(Collectors.groupingBy(
                            finding ->
                                    List.of(finding.severity(), finding.subject(), finding.message(), finding.remedy()),
                            LinkedHashMap::new,
                            Collectors.toList()))
                    .values()
                    .forEach(groups::add);
            return groups;
        }

        private void finding(List<Finding> same) {
            var finding = same.get(0);
            var ids = same.stream().map(Finding::rule).distinct().collect(Collectors.joining(", "));
            line("  " + padded(name(finding.severity())) + ids);
            line(INDENT + finding.message());
            if (!finding.remedy().isEmpty()) {
                line(INDENT + "-> " + finding.remedy());
            }
            line(INDENT + "on " + finding.subject());
            same.stream()
                    .flatMap(each -> each.documentation().stream())
                    .distinct()
                    .forEach(link -> line(INDENT + "see " + link));
        }

        private void writes() {
            if (plan.writes().isEmpty()) {
                line("Writes: none");
                return;
            }
            line(plan.isBlocked() ? "Writes, in order, once nothing stands in the way" : "Writes, in order");
            int number = 1;
            for (var write : plan.writes()) {
                write(number++, write);
            }
        }

        private void write(int number, PlannedWrite write) {
            line("  " + number + ". " + write.kind()
                    + (write.isReversible() ? "" : "  [IRREVERSIBLE: cannot be undone]"));
            line("     " + write.summary());
            line("     on " + write.scope());
            if (!write.authority().isEmpty()) {
                line("     gives " + write.authority());
            }
            line("     because " + write.reason());
        }

        private static String name(Severity severity) {
            return severity.name().replace('_', ' ');
        }

        private static String padded(String name) {
            return name + " ".repeat(Math.max(1, INDENT.length() - 2 - name.length()));
        }

        private static String counted(int number, String one, String many) {
            return number + " " + (number == 1 ? one : many);
        }

        /** The only place where text gets out. */
        private void line(String text) {
            out.append(TEXT.encode(text)).append('\n');
        }
    }
}
