package io.github.hpccachecmk.core.run;

import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The statuses that come from the driver itself, and which of all are worth telling. */
final class Statuses {
    private Statuses() {}

    /** Before the first pass. */
    static Status starting(ResourceId subject, Instant now) {
        return Status.builder()
                .subject(subject)
                .phase(Phase.STARTING)
                .message("Nothing was looked at yet.")
                .at(now)
                .elapsed(Duration.ZERO)
                .build();
    }

    /** After an end that no pass has told of. */
    static Status ended(Status before, CmkError error, Phase phase, Instant now) {
        var passed = Duration.between(before.at(), now);
        return Status.builder()
                .from(before)
                .phase(phase)
                .message(error.message())
                .at(now)
                .elapsed(
                        passed.isNegative()
                                ? before.elapsed()
                                : before.elapsed().plus(passed))
                .awaited(Optional.empty())
                .lastError(phase == Phase.FAILED ? Optional.of(error) : before.lastError())
                .blockers(List.of())
                .events(List.of())
                .build();
    }

    /** Whether a status tells a person something that the one before did not; a mere poll does not. */
    static boolean tellsMore(Status before, Status after) {
        return before.phase() != after.phase()
                || !before.message().equals(after.message())
                || !before.awaited().equals(after.awaited())
                || !before.blockers().equals(after.blockers())
                || !before.events().equals(after.events())
                || !before.lastError().equals(after.lastError());
    }
}
