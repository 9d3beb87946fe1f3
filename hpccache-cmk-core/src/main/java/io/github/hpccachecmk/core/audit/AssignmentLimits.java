package io.github.hpccachecmk.core.audit;

import io.github.hpccachecmk.core.policy.AssignmentLimit;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Subscriptions that come to their limit of role assignments: each resource and key takes one. Pure. */
final class AssignmentLimits {
    static final String RULE = "subscription.assignments";

    private AssignmentLimits() {}

    /** By subscription, in the order of their ids. */
    static List<Problem> near(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .filter(count -> AssignmentLimit.isNear(count.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .map(count -> new Problem(
                        new Finding(
                                RULE,
                                Severity.WARNING,
                                "/subscriptions/" + count.getKey(),
                                AssignmentLimit.told("The subscription", count.getValue())
                                        + ", and each resource and key takes one.",
                                AssignmentLimit.REMEDY,
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty()))
                .toList();
    }
}
