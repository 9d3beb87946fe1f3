package io.github.hpccachecmk.testkit.world;

import java.time.Duration;
import java.time.Instant;

/**
 * When a change of the world comes: at once, after a while, or when a script says so.
 *
 * @param length how long; ignored when manual
 * @param isManual whether it waits for a script
 */
public record Delay(Duration length, boolean isManual) {
    /** The time of a manual change: never by itself. */
    public static final Instant NEVER = Instant.MAX;

    /** At once. */
    public static Delay immediate() {
        return new Delay(Duration.ZERO, false);
    }

    /** After a while. */
    public static Delay after(Duration length) {
        if (length.isNegative()) {
            throw new IllegalArgumentException("A delay of " + length + "; it must not be negative");
        }
        return new Delay(length, false);
    }

    /** Only when a script says so. */
    public static Delay manual() {
        return new Delay(Duration.ZERO, true);
    }

    /** When it is due, counted from a point in time. */
    public Instant from(Instant start) {
        return isManual ? NEVER : start.plus(length);
    }
}
