package io.github.hpccachecmk.report;

import java.util.List;
import java.util.function.Predicate;

/**
 * What is new and what is gone between two plans for one resource: writes by what they bind (see {@link PlannedWrite}), findings
 * by rule, severity, subject and message; those that are as needed are left out. Immutable.
 *
 * @param newWrites writes of the later plan that the earlier one does not hold, in order
 * @param goneWrites writes of the earlier plan that the later one does not hold, in order
 * @param newFindings findings of the later plan only, most severe first
 * @param goneFindings findings of the earlier plan only, most severe first
 */
public record PlanDifference(
        List<PlannedWrite> newWrites,
        List<PlannedWrite> goneWrites,
        List<Finding> newFindings,
        List<Finding> goneFindings) {
    /**
     * Copies the lists.
     *
     * @param newWrites see above
     * @param goneWrites see above
     * @param newFindings see above
     * @param goneFindings see above
     */
    public PlanDifference {
        newWrites = List.copyOf(newWrites);
        goneWrites = List.copyOf(goneWrites);
        newFindings = List.copyOf(newFindings);
        goneFindings = List.copyOf(goneFindings);
    }

    /**
     * Compares.
     *
     * @param earlier the plan before
     * @param later the plan after
     * @return what changed
     */
    static PlanDifference between(Plan earlier, Plan later) {
        return new PlanDifference(
                later.writes().stream().filter(Predicate.not(earlier::holds)).toList(),
                earlier.writes().stream().filter(Predicate.not(later::holds)).toList(),
                later.findings().stream().filter(missingIn(earlier)).toList(),
                earlier.findings().stream().filter(missingIn(later)).toList());
    }

    /**
     * Whether nothing changed that a plan's digest or an approval goes by, the order of writes aside.
     *
     * @return true when all lists are empty
     */
    public boolean isEmpty() {
        return newWrites.isEmpty() && goneWrites.isEmpty() && newFindings.isEmpty() && goneFindings.isEmpty();
    }

    private static Predicate<Finding> missingIn(Plan plan) {
        return finding -> finding.severity() != Severity.OK
                && plan.findings().stream().noneMatch(other -> isSame(finding, other));
    }

    private static boolean isSame(Finding one, Finding other) {
        return one.rule().equals(other.rule())
                && one.severity() == other.severity()
                && one.subject().equals(other.subject())
                && one.message().equals(other.message());
    }
}
