package io.github.hpccachecmk.core.render;

import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** What every rendering of a plan says alike. The texts are not encoded. */
final class PlanWords {
    static final String IRREVERSIBLE = "IRREVERSIBLE: cannot be undone";

    private PlanWords() {}

    static String title(Plan plan) {
        return "Plan for " + Subjects.kind(plan.subject());
    }

    static String verdict(Plan plan) {
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

    static String writes(Plan plan) {
        return plan.isBlocked() ? "Writes, in order, once nothing stands in the way" : "Writes, in order";
    }

    /** Those that somebody should look at. */
    static List<Finding> shown(Plan plan) {
        return plan.findings().stream()
                .filter(finding -> finding.severity() != Severity.OK)
                .toList();
    }

    static String findings(Plan plan) {
        int shown = shown(plan).size();
        return "Findings (" + shown + " to look at, " + (plan.findings().size() - shown) + " as needed)";
    }

    /** Rules that say the same of the same thing, as they do when one answer was not to be had, are shown as one. */
    static List<List<Finding>> grouped(List<Finding> findings) {
        return new ArrayList<>(findings.stream()
                .collect(Collectors.groupingBy(
                        finding -> List.of(finding.severity(), finding.subject(), finding.message(), finding.remedy()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values());
    }

    static String rules(List<Finding> same) {
        return same.stream().map(Finding::rule).distinct().collect(Collectors.joining(", "));
    }

    static List<String> links(List<Finding> same) {
        return same.stream()
                .flatMap(each -> each.documentation().stream())
                .distinct()
                .toList();
    }

    static String authority(PlannedWrite write) {
        return switch (write.kind()) {
            case REMOVE_ACCESS_POLICY, REMOVE_ROLE -> "takes from " + write.authority();
            default -> "gives " + write.authority();
        };
    }

    static String name(Severity severity) {
        return severity.name().replace('_', ' ');
    }

    static String counted(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
