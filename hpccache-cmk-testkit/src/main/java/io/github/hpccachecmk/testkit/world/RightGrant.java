package io.github.hpccachecmk.testkit.world;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Rights of a caller at a scope and below; {@code not} lists subtract within their own grant only, as in Azure.
 *
 * @param scope an ARM id; {@code /} for everything
 * @param actions control-plane actions, with {@code *} as wildcard
 * @param notActions subtracted from them
 * @param dataActions data-plane actions
 * @param notDataActions subtracted from them
 */
public record RightGrant(
        String scope,
        List<String> actions,
        List<String> notActions,
        List<String> dataActions,
        List<String> notDataActions) {

    /** Copies the lists. */
    public RightGrant {
        actions = List.copyOf(actions);
        notActions = List.copyOf(notActions);
        dataActions = List.copyOf(dataActions);
        notDataActions = List.copyOf(notDataActions);
    }

    /** Actions at a scope. */
    public static RightGrant actions(String scope, String... actions) {
        return new RightGrant(scope, List.of(actions), List.of(), List.of(), List.of());
    }

    /** Whether it allows a control-plane action at a scope. */
    public boolean allows(String action, String atScope) {
        return covers(scope, atScope) && matches(actions, action) && !matches(notActions, action);
    }

    /** Whether it allows a data-plane action at a scope. */
    public boolean allowsData(String dataAction, String atScope) {
        return covers(scope, atScope) && matches(dataActions, dataAction) && !matches(notDataActions, dataAction);
    }

    /** Whether a scope is another or above it. */
    public static boolean covers(String scope, String other) {
        String above = World.canonical(scope);
        String below = World.canonical(other);
        return above.equals("/") || below.equals(above) || below.startsWith(above + "/");
    }

    private static boolean matches(List<String> patterns, String action) {
        return patterns.stream().anyMatch(pattern -> matches(pattern, action));
    }

    /** Whether an action matches a pattern with {@code *}, without case. */
    public static boolean matches(String pattern, String action) {
        if (pattern.equals("*")) {
            return true;
        }
        if (pattern.indexOf('*') < 0) {
            return pattern.equalsIgnoreCase(action);
        }
        StringBuilder regex = new StringBuilder();
        for (String literal : pattern.split("\\*", -1)) {
            regex.append(regex.isEmpty() ? "" : ".*").append(Pattern.quote(literal));
        }
        return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE)
                .matcher(action)
                .matches();
    }
}
