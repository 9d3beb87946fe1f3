package io.github.hpccachecmk.core.policy;

import java.util.Locale;

/** How many role assignments a subscription takes: Microsoft's page of the limits of Azure role-based access control. Pure. */
public final class AssignmentLimit {
    /** What to do when it is near. */
    public static final String REMEDY =
            "Remove assignments that nobody needs, first those of principals that are gone, or give the role to a"
                    + " group or at a wider scope.";

    static final int LIMIT = 4000;

    /** One in twenty left: time enough to tidy up before the next create stands there without. */
    static final int NEAR = LIMIT - LIMIT / 20;

    private AssignmentLimit() {}

    /** Whether it is time to tidy up. */
    public static boolean isNear(int count) {
        return count >= NEAR;
    }

    /** Whether there is room for none more. */
    static boolean isReached(int count) {
        return count >= LIMIT;
    }

    /** The count and the limit in words, without a full stop. */
    public static String told(String whose, int count) {
        return whose + " has " + shown(count) + " role assignments of its own; " + shown(LIMIT) + " is the limit";
    }

    static String shown(int count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
