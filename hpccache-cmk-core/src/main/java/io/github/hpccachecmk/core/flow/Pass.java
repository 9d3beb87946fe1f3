package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.core.failure.FailureClassifier;
import io.github.hpccachecmk.core.failure.Treatment;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.policy.Situation;
import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.report.Awaited;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.FlowEvent;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.Status;
import io.github.hpccachecmk.request.CmkRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One pass: observe, decide, act. At most one write; confined to one thread and used once. */
final class Pass<R extends Outcome> {
    private static final Duration RECHECK = Duration.ofSeconds(30);
    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(5);
    private static final Duration NEXT_LOOK = Duration.ofSeconds(5);
    private static final Duration NEWLY_MADE = Duration.ofSeconds(2);
    private static final Duration OLD = Duration.ofMinutes(1);
    /** More rounds than the table has rows: only a defect gets there. */
    private static final int MOST_ROUNDS = 100;

    private final CmkRequest<R> request;
    private final OperationOptions options;
    private final RuleCatalogue rules;
    private final Reads reads;
    private final Effects effects;
    private final String correlationId;
    private final double jitter;
    private final Instant localNow;
    private final Instant began;

    private FlowState state;
    private Instant now;
    private Optional<Duration> slowDown = Optional.empty();
    private Optional<CmkError> lastError = Optional.empty();
    private boolean readFailed;
    private boolean wrote;
    private boolean lookedAgain;
    private final Set<FlowEvent> events = EnumSet.noneOf(FlowEvent.class);

    Pass(
            CmkRequest<R> request,
            OperationOptions options,
            RuleCatalogue rules,
            Reads reads,
            Effects effects,
            String correlationId,
            double jitter,
            FlowState state,
            Instant localNow) {
        this.request = request;
        this.options = options;
        this.rules = rules;
        this.reads = reads;
        this.effects = effects;
        this.correlationId = correlationId;
        this.jitter = jitter;
        this.state = state;
        this.localNow = localNow;
        this.now = localNow.plus(state.memory().skew());
        this.began = now;
    }

    PassOutcome<R> run() {
        begin();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var view = view();
            var decided = view.decide();
            forgetSetback(decided.decision());
            if (isNotPlannedAndDispensable(decided.decision())) {
                state = state.with(
                        state.memory().with().madeVersion(Optional.empty()).build());
                continue;
            }
            var move = new Gate(view, options.approvedPlan(), correlationId).pass(decided);
            if (move.decision() instanceof Decision.Read read) {
                read.keys().forEach(this::read);
                continue;
            }
            note(view, move);
            if (move.decision() instanceof Decision.Done && isOld(view.subjectKey(), view)) {
                lookedAgain = true;
                read(view.subjectKey());
                continue;
            }
            if (!(move.decision() instanceof Decision.Act act)) {
                return conclude(view, move);
            }
            if (wrote) {
                return again(view, move, Duration.ZERO);
            }
            var old = oldGround(view);
            if (!old.isEmpty()) {
                lookedAgain = true;
                old.forEach(this::read);
                continue;
            }
            if (send(act.write()) && !wasThere(act.write())) {
                return again(view, move, mayHaveForgotten(act.write()) ? NEXT_LOOK : Duration.ZERO);
            }
            // What a failed write means shows in the world as it is now. The next pass may remember nothing, so this
            // one says how long to wait, what blocks, or that it is over; it never writes a second time.
        }
        throw new IllegalStateException("the flow asks the same question over and over: "
                + view().request().kind());
    }

    /**
     * What was seen long before this pass. A process can come to its pass hours late (it was suspended, say), and others
     * have not waited for it: a write stands on nothing that old.
     */
    private Set<FactKey<?>> oldGround(View view) {
        var old = new LinkedHashSet<FactKey<?>>();
        view.facts().keys().stream()
                .filter(key -> view.witnesses().contains(key) || Waits.isGround(key))
                .filter(key -> isOld(key, view))
                .forEach(old::add);
        return old;
    }

    /** Once a pass only: a service whose clock goes backwards must not keep it looking. */
    private boolean isOld(FactKey<?> key, View view) {
        return !lookedAgain && view.facts().get(key).at().isBefore(began.minus(OLD));
    }

    /**
     * An assignment that was there already: a process without memory sends it again instead of looking for it, which is
     * harmless, and has to come to its wait all the same.
     */
    private boolean wasThere(Write write) {
        return write instanceof Write.AssignRole assign
                && Optional.ofNullable(state.memory()
                                .grants()
                                .get(new Memory.GrantKey(
                                        AccessModel.RBAC, assign.grant().principal())))
                        .filter(since -> since.isBefore(now.minus(NEWLY_MADE)))
                        .isPresent();
    }

    /** Whoever did not send the create may be a process without memory, which would come back to the same write at once. */
    private boolean mayHaveForgotten(Write write) {
        return write instanceof Write.AssignRole
                && state.memory().createSentAt().isEmpty()
                && view().isThere();
    }

    /** What an approved plan does not hold is not sent, and what nobody misses does not stop the flow. */
    private boolean isNotPlannedAndDispensable(Decision decision) {
        return decision instanceof Decision.Act act
                && act.write().isDispensable()
                && options.approvedPlan()
                        .filter(plan -> !plan.holds(act.write().planned()))
                        .isPresent();
    }

    /** A failure of a write that is not due any more has nothing to say about a later one. */
    private void forgetSetback(Decision decision) {
        if (!(decision instanceof Decision.Read)
                && !(decision instanceof Decision.Act)
                && state.memory().setback().isPresent()) {
            state = state.with(state.memory().with().setback(Optional.empty()).build());
        }
    }

    private void read(FactKey<?> key) {
        state = reads.read(key, state);
        var fact = state.facts().get(key);
        if (fact.failure().map(Pass::isAnswered).orElse(true)) {
            observeTime(fact.at());
        }
        fact.failure().ifPresent(failure -> {
            readFailed = true;
            lastError = Optional.of(FailureClassifier.classify(failure).toError(correlationId));
        });
        Reads.slowDown(key, state).ifPresent(asked -> slowDown = Optional.of(asked.value()));
    }

    private void begin() {
        if (state.memory().startedAt().isEmpty()) {
            state = state.with(state.memory().with().startedAt(now).build());
        }
        state = state.with(state.memory().with().remark(Optional.empty()).build());
    }

    private View view() {
        boolean cleared = options.approvedPlan()
                .filter(plan -> !plan.isBlocked() && plan.subject().equals(request.subject()))
                .isPresent();
        return View.of(
                new Situation(request, state.facts(), now),
                state.memory(),
                rules,
                new View.Stance(true, cleared),
                jitter);
    }

    /**
     * Decisions go by the service's clock; some seconds more or less are the Date header's own grain and the call's. A call
     * that got no answer tells nothing of that clock, however long it took.
     */
    private void observeTime(Instant at) {
        if (Duration.between(now, at).abs().compareTo(TOLERATED_SKEW) > 0) {
            state = state.with(
                    state.memory().with().skew(Duration.between(localNow, at)).build());
            now = at;
        }
    }

    private static boolean isAnswered(RemoteFailure failure) {
        return failure.delivery() == RemoteFailure.Delivery.ANSWERED;
    }

    /** What is remembered of a decision, and who has to be told of it. */
    private void note(View view, Move move) {
        var memory = state.memory();
        var told = Deadlines.events(view, move);
        events.addAll(told);
        // A read that fails for a moment does not start the limit of what is waited for anew.
        var phase = readFailed && move.decision() instanceof Decision.Wait ? memory.phase() : move.phase();
        var noted = memory.with()
                .phase(phase)
                .phaseSince(memory.phase() == phase ? memory.phaseSince().or(() -> Optional.of(now)) : Optional.of(now))
                .troubleSince(readFailed ? memory.troubleSince().or(() -> Optional.of(now)) : Optional.empty())
                .addAllTold(told.stream()
                        .filter(event -> event != FlowEvent.ACTION_NEEDED)
                        .toList());
        state = state.with(view.noted(noted.build()));
    }

    private PassOutcome<R> conclude(View view, Move move) {
        var decision = move.decision();
        if (decision instanceof Decision.Wait wait) {
            return waiting(view, move, wait);
        }
        if (decision instanceof Decision.Blocked blocked) {
            return blocked(view, move, blocked);
        }
        if (decision instanceof Decision.Failed failed) {
            var error = withCorrelation(failed.error());
            lastError = Optional.of(error);
            return outcome(
                    StepResult.State.FAILED,
                    status(view, move).build(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(error),
                    List.of());
        }
        var done = (Decision.Done) decision;
        return outcome(
                StepResult.State.DONE,
                status(view, move).build(),
                Optional.empty(),
                Optional.of(done.outcome()),
                Optional.empty(),
                List.of());
    }

    /** Whether the write succeeded. */
    private boolean send(Write write) {
        wrote = true;
        try {
            state = effects.send(write, state);
            return true;
        } catch (RemoteException failed) {
            var diagnosis = FailureClassifier.classify(failed.failure());
            if (isAnswered(failed.failure())) {
                observeTime(failed.failure().at());
            }
            state = Mishaps.after(write, diagnosis, state, now, jitter);
            lastError = Optional.of(diagnosis.toError(correlationId));
            if (diagnosis.treatment() == Treatment.SLOW_DOWN) {
                slowDown = diagnosis.retryAfter();
            }
            return false;
        }
    }

    private PassOutcome<R> again(View view, Move move, Duration pause) {
        return outcome(
                StepResult.State.IN_PROGRESS,
                status(view, move).build(),
                Optional.of(localNow.plus(pause)),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private PassOutcome<R> waiting(View view, Move move, Decision.Wait wait) {
        var facts = state.facts();
        for (var key : wait.forget()) {
            facts = facts.without(key);
        }
        state = state.with(facts);
        return outcome(
                StepResult.State.IN_PROGRESS,
                status(view, move).awaited(wait.awaited()).build(),
                Optional.of(localNow.plus(wait.delay())),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private PassOutcome<R> blocked(View view, Move move, Decision.Blocked blocked) {
        state = state.with(Facts.none());
        var first = blocked.findings().get(0);
        var code = first.code().orElse(ErrorCode.PREFLIGHT_BLOCKED);
        var error =
                withCorrelation(CmkError.of(code, summary(blocked.findings())).withRemedy(first.remedy()));
        lastError = Optional.of(error);
        var status = status(view, move).blockers(blocked.findings());
        var until = Deadlines.actionLimit(view, view.since(Phase.ACTION_NEEDED));
        boolean keepLooking = blocked.keepLooking() && now.isBefore(until);
        if (keepLooking) {
            status.awaited(new Awaited("somebody to act", view.since(Phase.ACTION_NEEDED), until, code));
        }
        return outcome(
                StepResult.State.BLOCKED,
                status.build(),
                keepLooking ? Optional.of(localNow.plus(RECHECK)) : Optional.empty(),
                Optional.empty(),
                Optional.of(error),
                blocked.findings());
    }

    private static String summary(List<Finding> findings) {
        var more = findings.size() == 1 ? "" : " (and " + (findings.size() - 1) + " more finding(s))";
        return findings.get(0).message() + more;
    }

    private CmkError withCorrelation(CmkError error) {
        return new CmkError(
                error.code(),
                error.message(),
                error.remedy(),
                error.serviceCode(),
                error.requestId(),
                Optional.of(correlationId));
    }

    private Status.Builder status(View view, Move move) {
        var remark = state.memory().remark().map(text -> " " + text).orElse("");
        var builder = Status.builder();
        builder.subject(request.subject())
                .phase(move.phase())
                .message(move.message() + remark)
                .at(now)
                .elapsed(Duration.between(state.memory().startedAt().orElse(now), now))
                .deadline(view.deadline())
                .lastError(lastError)
                .addAllEvents(events);
        return builder;
    }

    @SuppressWarnings("unchecked") // a request's table gives outcomes of the request's own kind only
    private PassOutcome<R> outcome(
            StepResult.State result,
            Status status,
            Optional<Instant> lookAgainAt,
            Optional<Outcome> outcome,
            Optional<CmkError> error,
            List<Finding> blockers) {
        return new PassOutcome<>(
                state,
                new StepResult<>(
                        result, status, state.hint(), lookAgainAt, outcome.map(value -> (R) value), error, blockers),
                slowDown);
    }
}
