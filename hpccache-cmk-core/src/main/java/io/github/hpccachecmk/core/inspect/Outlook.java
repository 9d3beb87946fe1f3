package io.github.hpccachecmk.core.inspect;

import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.inspection.IdentityAccess;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is expected to happen next. HPC Cache's own article is silent here, so most is inferred from disk encryption sets. Pure. */
final class Outlook {
    private static final String INFERRED = " (inferred from what disk encryption sets do)";

    private Outlook() {}

    static String of(Inspected seen) {
        if (seen.hasFailed()) {
            return "It stays failed; it has to be created anew.";
        }
        if (seen.isWaiting()) {
            return seen.deadline()
                    .map(deadline -> "It fails at " + deadline + " unless its identity is given access to the key.")
                    .orElse(
                            "It fails 90 minutes after its creation, of which the time is not told, unless its identity is given"
                                    + " access to the key.");
        }
        if (seen.key().isEmpty()) {
            return "Nothing that depends on a key of yours.";
        }
        return ofKey(seen).or(() -> ofAccess(seen)).orElseGet(() -> ofVersions(seen));
    }

    private static Optional<String> ofKey(Inspected seen) {
        if (seen.isKeyGone()) {
            return Optional.of("The key is not there"
                    + seen.deletedKey()
                            .flatMap(deleted -> deleted.deletedAt())
                            .map(at -> ": it was deleted at " + ago(seen, at))
                            .orElse("")
                    + "; disk I/O is expected to fail about 60 minutes after its deletion" + INFERRED
                    + "; recover the key, or change to another.");
        }
        var key = seen.inUse();
        if (key.filter(version -> !version.enabled()).isPresent()) {
            return Optional.of("The key version was disabled "
                    + key.flatMap(KeySnapshot::updated)
                            .map(at -> "at the latest at " + ago(seen, at))
                            .orElse("at a time that is not told")
                    + ": disk I/O is expected to fail about 60 minutes after it" + INFERRED
                    + "; enable the version, or change the key.");
        }
        return key.flatMap(KeySnapshot::expires)
                .filter(expires -> !expires.isAfter(seen.now()))
                .map(expires -> "The key version expired at " + ago(seen, expires)
                        + ": sources conflict on what follows; either work goes on and restarts fail, or disk I/O fails about 60"
                        + " minutes after it; rotate the key, or change its expiry date.");
    }

    private static Optional<String> ofAccess(Inspected seen) {
        return AccessSeen.of(seen).stream()
                .filter(access -> access.state() == IdentityAccess.State.ABSENT)
                .findFirst()
                .map(access -> "The " + access.identity()
                        + " has lost its access, since when is not told: disk I/O is expected to fail about 60 minutes after it"
                        + INFERRED + "; give it access again.");
    }

    private static String ofVersions(Inspected seen) {
        boolean isBehind = seen.newest()
                .filter(newest -> !Optional.of(newest.key()).equals(seen.key()))
                .isPresent();
        if (isBehind && seen.rotates()) {
            return "The service is expected to take the newest version within about an hour of its making" + INFERRED
                    + ".";
        }
        if (isBehind) {
            return "It stays on its version until somebody changes it.";
        }
        return seen.inUse()
                .flatMap(KeySnapshot::expires)
                .map(expires -> "The key version expires at " + expires + ".")
                .orElse("Nothing is known to be about to change.");
    }

    private static String ago(Inspected seen, Instant at) {
        return at + " (" + Duration.between(at, seen.now()).toMinutes() + " minutes ago)";
    }
}
