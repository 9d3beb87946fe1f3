package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Is the resource there? A single 404 is not believed: reads can be stale, and a PUT behind a 404 can overwrite. */
final class LookingRows {
    /** How long a resource that was seen before has to stay away before it counts as gone. */
    private static final Duration GONE_AFTER = Duration.ofMinutes(10);
    /** How long an unanswered create may take to show. */
    private static final Duration UNANSWERED = Duration.ofMinutes(1);

    private LookingRows() {}

    static List<Row<TargetView>> rows() {
        return List.of(
                new Row<>(
                        "look",
                        Row.Section.LOOKING,
                        "the resource was not read yet",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> view.targetFact().isUnread(),
                        view -> "Looking for " + name(view) + ".",
                        view -> new Decision.Read(Set.of(view.targetKey()))),
                new Row<>(
                        "look-failed",
                        Row.Section.LOOKING,
                        "the resource could not be read",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> view.targetFact().failure().isPresent(),
                        view -> "Reading " + name(view) + " failed; trying again.",
                        view -> Waits.in(view).trouble(Set.of(view.targetKey()))),
                new Row<>(
                        "second-witness",
                        Row.Section.ABSENT,
                        "not found, though it was seen or sent before, or is to be authorized or changed",
                        Decision.Read.class,
                        Phase.CHECKING,
                        view -> isAbsent(view)
                                && isExpected(view)
                                && view.facts().get(view.groupKey()).isUnread(),
                        view -> name(view) + " was not found; asking the resource group as a second witness.",
                        view -> new Decision.Read(Set.of(view.groupKey()))),
                new Row<>(
                        "second-witness-failed",
                        Row.Section.ABSENT,
                        "not found, and the second witness could not be read",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> isAbsent(view)
                                && view.facts().get(view.groupKey()).failure().isPresent(),
                        view -> "Listing the resource group failed; trying again.",
                        view -> Waits.in(view).trouble(Set.of(view.groupKey()))),
                new Row<>(
                        "witnesses-disagree",
                        Row.Section.ABSENT,
                        "not found, but listed in its resource group",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> isAbsent(view) && view.listedInGroup(),
                        view -> name(view) + " is listed but not found: one of the two reads is stale.",
                        view -> Waits.in(view)
                                .poll(
                                        Phase.CHECKING,
                                        Duration.ofSeconds(5),
                                        "two reads that agree",
                                        view.since(Phase.CHECKING).plus(GONE_AFTER),
                                        ErrorCode.RESOURCE_VANISHED)),
                new Row<>(
                        "vanished-not-believed",
                        Row.Section.ABSENT,
                        "seen before, and not found for less than 10 minutes",
                        Decision.Wait.class,
                        Phase.CHECKING,
                        view -> isAbsent(view) && wasSeen(view) && !view.isPast(Optional.of(goneAt(view))),
                        view -> name(view)
                                + " was there before and is not found now; looking again before it is believed.",
                        view -> Waits.in(view)
                                .poll(
                                        Phase.CHECKING,
                                        Duration.ofSeconds(30),
                                        "the resource to show again",
                                        goneAt(view).plus(GONE_AFTER),
                                        ErrorCode.RESOURCE_VANISHED)),
                new Row<>(
                        "vanished",
                        Row.Section.ABSENT,
                        "seen before, and not found for 10 minutes",
                        Decision.Failed.class,
                        Phase.FAILED,
                        view -> isAbsent(view) && wasSeen(view),
                        view -> name(view) + " is gone.",
                        view -> new Decision.Failed(CmkError.of(
                                ErrorCode.RESOURCE_VANISHED,
                                view.request().target() + " was there at "
                                        + view.memory().targetSeenAt().orElseThrow()
                                        + " and has not been found since "
                                        + view.memory().absentSince().orElseThrow()
                                        + ". It is not made again: if it was deleted on purpose, begin the request anew without the"
                                        + " old hint."))),
                new Row<>(
                        "nothing-to-authorize",
                        Row.Section.ABSENT,
                        "what is to be authorized or changed does not exist",
                        Decision.Blocked.class,
                        Phase.ACTION_NEEDED,
                        view -> isAbsent(view) && view.create().isEmpty(),
                        view -> name(view) + " does not exist.",
                        view -> new Decision.Blocked(
                                List.of(
                                        Findings.blocking(
                                                "nothing-to-authorize",
                                                view.request().target().toString(),
                                                ErrorCode.RESOURCE_MISSING,
                                                "Neither a read nor the resource group's list shows "
                                                        + view.request().target() + ".",
                                                "Correct the id; a new resource shows up a few seconds after its create was sent.")),
                                false)),
                new Row<>(
                        "create-unanswered",
                        Row.Section.ABSENT,
                        "a create was sent less than a minute ago and its answer was lost",
                        Decision.Wait.class,
                        Phase.CREATING,
                        view -> isAbsent(view)
                                && view.memory()
                                        .createSentAt()
                                        .filter(sent -> view.now().isBefore(sent.plus(UNANSWERED)))
                                        .isPresent(),
                        view -> "The answer to the create was lost; looking whether it took effect.",
                        view -> Waits.in(view)
                                .poll(
                                        Phase.CREATING,
                                        Duration.ofSeconds(5),
                                        "the effect of a create whose answer was lost",
                                        view.memory()
                                                .createSentAt()
                                                .orElseThrow()
                                                .plus(UNANSWERED),
                                        ErrorCode.OUTCOME_UNKNOWN)));
    }

    static boolean isAbsent(TargetView view) {
        return view.targetFact().value().filter(found -> found.isEmpty()).isPresent();
    }

    private static boolean isExpected(TargetView view) {
        return wasSeen(view)
                || view.memory().createSentAt().isPresent()
                || view.create().isEmpty();
    }

    private static boolean wasSeen(TargetView view) {
        return view.memory().targetSeenAt().isPresent();
    }

    private static Instant goneAt(TargetView view) {
        return view.memory().absentSince().orElse(view.now()).plus(GONE_AFTER);
    }

    static String name(TargetView view) {
        return "The " + view.kind().displayName() + " "
                + view.request().target().name();
    }
}
