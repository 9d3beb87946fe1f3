package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.failure.Diagnosis;
import io.github.hpccachecmk.core.failure.Treatment;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a write that is due has to pass: the approved plan, and what happened when it was last tried. Pure. */
final class Gate {
    private static final Duration GIVEN_UP_AFTER = Duration.ofHours(2);
    /** How old a look at the resource may be when a write is sent again. */
    private static final Duration OLD_LOOK = Duration.ofMinutes(1);
    /** So often a service may say that an assignment exists which no list shows. */
    private static final int MOST_CONTRADICTIONS = 3;

    private final View view;
    private final Optional<Plan> approved;
    private final String correlationId;

    Gate(View view, Optional<Plan> approved, String correlationId) {
        this.view = view;
        this.approved = approved;
        this.correlationId = correlationId;
    }

    /** The move itself, or what takes its place. */
    Move pass(Move move) {
        if (!(move.decision() instanceof Decision.Act act)) {
            return move;
        }
        var write = act.write();
        if (approved.isPresent() && !approved.get().holds(write.planned())) {
            return instead(move, "The approved plan does not hold this write.", planChanged(write));
        }
        return view.memory()
                .setback()
                .filter(setback -> setback.write() == write.kind())
                .map(setback -> afterSetback(move, setback))
                .orElse(move);
    }

    private Move afterSetback(Move move, Setback setback) {
        var diagnosis = setback.diagnosis();
        if (diagnosis.treatment() == Treatment.TERMINAL) {
            return instead(move, diagnosis.message(), new Decision.Failed(diagnosis.toError(correlationId)));
        }
        boolean contradiction =
                diagnosis.treatment() == Treatment.ALREADY_THERE && setback.count() >= MOST_CONTRADICTIONS;
        if (!view.now().isBefore(setback.notBefore()) && !contradiction) {
            if (!view.facts().get(view.subjectKey()).isFresh(view.now(), OLD_LOOK)) {
                return lookAgain(move);
            }
            // While somebody has to act, the limit is that of the blocked flow, counted from the first refusal: each
            // try
            // leaves the phase in which the flow waits, and would start that limit anew.
            boolean waitsForSomebody = isForSomebody(diagnosis) && looksOn();
            var limit = waitsForSomebody
                    ? Deadlines.actionLimit(view, setback.since())
                    : setback.since().plus(GIVEN_UP_AFTER);
            boolean goesOn = view.now().isBefore(limit);
            return goesOn ? move : givenUp(move, setback);
        }
        if (contradiction || isForSomebody(diagnosis)) {
            return instead(
                    move,
                    diagnosis.message(),
                    new Decision.Blocked(List.of(Findings.of("write", diagnosis)), looksOn() && !contradiction));
        }
        return new Move(
                move.row(),
                move.phase(),
                diagnosis.message(),
                Waits.in(view)
                        .exactly(
                                move.phase(),
                                Duration.between(view.now(), setback.notBefore()),
                                "the next try to " + move.message(),
                                setback.since().plus(GIVEN_UP_AFTER),
                                diagnosis.code(),
                                Set.of()));
    }

    /** What a read can ask the other plane for a write cannot. */
    private static boolean isForSomebody(Diagnosis diagnosis) {
        return diagnosis.treatment() == Treatment.ACT_FIRST || diagnosis.treatment() == Treatment.USE_CONTROL_PLANE;
    }

    /** A write is not sent again on an old look at the resource: somebody may have made it, or it may have failed since. */
    private Move lookAgain(Move move) {
        return new Move(
                move.row(),
                move.phase(),
                "Looking at the resource again before the next try.",
                new Decision.Read(view.witnesses()));
    }

    /** Once the subject is there and its time runs, the flow looks on for somebody to act. */
    private boolean looksOn() {
        return view.isThere() && view.isTimeRunning();
    }

    private Move givenUp(Move move, Setback setback) {
        return instead(
                move,
                "Given up after "
                        + Duration.between(setback.since(), view.now()).toHours() + " hours of trying.",
                new Decision.Blocked(List.of(Findings.of("write", setback.diagnosis())), false));
    }

    private Decision planChanged(Write write) {
        var planned = write.planned();
        return new Decision.Blocked(
                List.of(Findings.blocking(
                        "plan-changed",
                        planned.scope(),
                        ErrorCode.PLAN_CHANGED,
                        "The world has changed since the plan was approved: " + planned.kind() + " on "
                                + planned.scope()
                                + (planned.authority().isEmpty() ? "" : " (" + planned.authority() + ")")
                                + " became necessary, because " + planned.reason() + ", and is not in the plan.")),
                false);
    }

    private static Move instead(Move move, String message, Decision decision) {
        return new Move(
                move.row(),
                decision instanceof Decision.Failed ? Phase.FAILED : Phase.ACTION_NEEDED,
                message,
                decision);
    }
}
