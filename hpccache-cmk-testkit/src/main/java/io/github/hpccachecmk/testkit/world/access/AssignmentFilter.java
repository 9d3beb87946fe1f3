package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.World;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code $filter} of a list of role assignments: {@code atScope()}, {@code principalId eq '{id}'},
 * {@code assignedTo('{id}')}, one or two joined by {@code and}.
 *
 * @param atScope whether what lies below the scope is left out
 * @param principalId whose own assignments; empty for everybody's
 * @param assignedTo whose assignments, those of its groups included; empty for everybody's
 */
record AssignmentFilter(boolean atScope, Optional<String> principalId, Optional<String> assignedTo) {
    private static final Pattern PRINCIPAL = Pattern.compile(
            "assignedTo\\('([0-9a-fA-F-]{36})'\\)|principalId\\s+eq\\s+'?([0-9a-fA-F-]{36})'?",
            Pattern.CASE_INSENSITIVE);

    /** A filter from its text; empty when the text is none that is supported. */
    static Optional<AssignmentFilter> parse(String text) {
        boolean atScope = false;
        Optional<String> principal = Optional.empty();
        Optional<String> assigned = Optional.empty();
        for (String term : text.isBlank() ? new String[0] : text.split("(?i)\\s+and\\s+", -1)) {
            Matcher matcher = PRINCIPAL.matcher(term.strip());
            if (term.strip().equalsIgnoreCase("atScope()")) {
                atScope = true;
            } else if (matcher.matches()) {
                assigned = Optional.ofNullable(matcher.group(1));
                principal = Optional.ofNullable(matcher.group(2));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(new AssignmentFilter(atScope, principal, assigned));
    }

    /** Whether an assignment belongs into the list for a scope: those of parents always, those below if not atScope. */
    boolean accepts(World world, RoleAssignmentState assignment, String scope) {
        boolean isAbove = RightGrant.covers(assignment.scope(), scope);
        boolean isBelow = RightGrant.covers(scope, assignment.scope());
        return (isAbove || (isBelow && !atScope))
                && principalId.map(assignment.principalId()::equalsIgnoreCase).orElse(true)
                && assignedTo
                        .map(id -> Groups.of(world, id).contains(assignment.principalId()))
                        .orElse(true);
    }
}
