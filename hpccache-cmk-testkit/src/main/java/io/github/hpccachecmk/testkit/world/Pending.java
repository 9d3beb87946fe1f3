package io.github.hpccachecmk.testkit.world;

import java.time.Instant;

/**
 * A change to come.
 *
 * @param due when; {@link Delay#NEVER} when a script decides
 * @param transition what
 */
public record Pending(Instant due, Transition transition) {
    /** Whether only a script lets it happen. */
    public boolean isManual() {
        return due.equals(Delay.NEVER);
    }

    @Override
    public String toString() {
        return transition.change() + " of " + transition.subject() + (isManual() ? " (manual)" : " at " + due);
    }
}
