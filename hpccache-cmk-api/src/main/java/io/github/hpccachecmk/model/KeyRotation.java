package io.github.hpccachecmk.model;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A key's own rotation policy: Key Vault makes a new version some time after the last one was made, and may give each version an
 * end. Immutable; makes no call.
 *
 * @param rotateAfter the time after a version's creation, seven days at least (Microsoft's article "Configure cryptographic key
 *     auto-rotation in Azure Key Vault")
 * @param expireAfter how long each version is valid, 28 days at least; for ever unless given
 */
public record KeyRotation(Period rotateAfter, Optional<Period> expireAfter) {
    private static final int FEWEST_DAYS = 7;
    private static final int SHORTEST_LIFE = 28;
    private static final LocalDate SHORTEST_MONTH = LocalDate.of(2025, 2, 1);

    /**
     * Checks the times.
     *
     * @param rotateAfter see above
     * @param expireAfter see above
     * @throws InvalidInputException when a time is too short
     */
    public KeyRotation {
        atLeast("rotation after", rotateAfter, FEWEST_DAYS);
        expireAfter.ifPresent(life -> atLeast("expiry after", life, SHORTEST_LIFE));
    }

    /**
     * Rotates without an end of versions.
     *
     * @param time the time after a version's creation
     * @return the policy
     */
    public static KeyRotation after(Period time) {
        return new KeyRotation(Checks.present("rotation after", time, "a period such as P90D"), Optional.empty());
    }

    private static void atLeast(String what, Period time, int days) {
        // From the first of a February, the shortest month, so that nothing passes here that the service refuses.
        long shortest = ChronoUnit.DAYS.between(SHORTEST_MONTH, SHORTEST_MONTH.plus(time));
        if (time.isNegative() || shortest < days) {
            throw Checks.refused(what, time.toString(), "a period of at least " + days + " days, such as P90D or P1Y");
        }
    }
}
