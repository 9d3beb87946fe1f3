package io.github.hpccachecmk.core.run;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.flow.FlowState;
import io.github.hpccachecmk.core.flow.PassOutcome;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.Status;
import io.github.hpccachecmk.request.CmkRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One flow and those who hold it: repeats passes, one at a time, until one of them ends it or nobody holds it any more.
 * Between passes it is a task in the pacing and no thread. No lock is held while a pass runs or a listener is told.
 */
final class FlowRun<R extends Outcome> {
    private final CmkRequest<R> request;
    private final OperationOptions options;
    private final PassRunner passes;
    private final Pacing pacing;
    private final BudgetGate gate;
    private final Consumer<FlowRun<R>> onEnd;

    private final Object lock = new Object();
    private final List<OperationHandle<R>> handles = new ArrayList<>();
    private FlowState state;
    private Status newest;
    private Status lastTold;
    private Hint hint;
    private boolean inPass;
    private boolean ended;

    /**
     * A flow that nobody holds and that has not started.
     *
     * @param onEnd told when the flow can be joined no more, before those who hold it hear of its end
     */
    FlowRun(
            CmkRequest<R> request,
            OperationOptions options,
            PassRunner passes,
            Pacing pacing,
            BudgetGate gate,
            Consumer<FlowRun<R>> onEnd) {
        this.request = request;
        this.options = options;
        this.passes = passes;
        this.pacing = pacing;
        this.gate = gate;
        this.onEnd = onEnd;
        this.hint = options.hint();
        this.state = FlowState.start(hint);
        this.newest = Statuses.starting(request.subject(), pacing.now());
        this.lastTold = newest;
    }

    /** One more holder; empty when the flow has ended. */
    Optional<OperationHandle<R>> join() {
        synchronized (lock) {
            if (ended) {
                return Optional.empty();
            }
            var handle = new OperationHandle<>(this, pacing, newest);
            handles.add(handle);
            return Optional.of(handle);
        }
    }

    /** Sends the first pass on its way. */
    void start() {
        passAt(pacing.now());
    }

    /** One holder less; the last one ends the flow, after the pass under way if there is one. */
    boolean leave(OperationHandle<R> handle) {
        boolean last;
        synchronized (lock) {
            if (!handles.remove(handle)) {
                return false;
            }
            last = handles.isEmpty() && !inPass;
            ended = last;
        }
        if (last) {
            onEnd.accept(this);
        }
        return true;
    }

    Hint hint() {
        synchronized (lock) {
            return hint;
        }
    }

    private void passAt(Instant when) {
        pacing.at(when, new Abandonable() {
            @Override
            public void run() {
                pass();
            }

            @Override
            public void abandon() {
                end(
                        Ending.canceled("The threads of this client were shut down before the flow had ended; nothing"
                                + " that was written was undone."),
                        Phase.CANCELED);
            }
        });
    }

    private void pass() {
        var closedUntil = gate.comeAgainAt(pacing.now());
        FlowState before;
        synchronized (lock) {
            if (ended) {
                return;
            }
            inPass = closedUntil.isEmpty();
            before = state;
        }
        if (closedUntil.isPresent()) {
            passAt(closedUntil.get());
            return;
        }
        PassOutcome<R> outcome;
        Optional<Ending<R>> ending;
        try {
            outcome = passes.run(request, before, options, pacing.now());
            ending = Ending.of(outcome.result());
        } catch (RuntimeException | Error unexpected) {
            end(Ending.thrown(unexpected), Phase.FAILED);
            return;
        }
        outcome.slowDown().ifPresent(pause -> gate.closeUntil(pacing.now().plus(pause)));
        settle(outcome, ending);
    }

    private void settle(PassOutcome<R> outcome, Optional<Ending<R>> ending) {
        var result = outcome.result();
        List<OperationHandle<R>> holders;
        boolean worthTelling;
        synchronized (lock) {
            inPass = false;
            state = outcome.state();
            hint = result.hint();
            newest = result.status();
            worthTelling = Statuses.tellsMore(lastTold, newest);
            lastTold = worthTelling ? newest : lastTold;
            holders = List.copyOf(handles);
            ended = ending.isPresent() || holders.isEmpty();
            if (!ended) {
                holders.forEach(handle -> handle.take(newest, worthTelling));
            } else {
                handles.clear();
            }
        }
        if (ending.isPresent() || holders.isEmpty()) {
            onEnd.accept(this);
            ending.ifPresent(end -> holders.forEach(handle -> handle.finish(end, result.status(), worthTelling)));
        } else {
            holders.forEach(OperationHandle::deliver);
            passAt(gate.notBefore(result.lookAgainAt().orElseThrow()));
        }
    }

    private void end(CmkException failure, Phase phase) {
        List<OperationHandle<R>> holders;
        Status last;
        synchronized (lock) {
            inPass = false;
            if (ended) {
                return;
            }
            ended = true;
            last = Statuses.ended(newest, failure.error(), phase, pacing.now());
            newest = last;
            holders = List.copyOf(handles);
            handles.clear();
        }
        onEnd.accept(this);
        holders.forEach(handle -> handle.finish(Ending.failed(failure), last, true));
    }
}
