package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.core.flow.FlowState;
import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.flow.Passes;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.fault.ProcessStopped;
import io.github.hpccachecmk.testkit.port.PortFace;
import io.github.hpccachecmk.testkit.search.Safety.Breach;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A process in a life of a request about a key: keeps its facts from pass to pass, and is watched. Mutable. */
final class KeyProcess {
    private final FakeAzure azure;
    private final KeyScene scene;
    private final Mutation mutation;
    private final Observed observed = new Observed(false);
    private final Passes passes;
    private final ReadCache rows;
    private FlowState state;
    private Hint hint;
    private boolean isChaotic = true;
    private boolean wasLiedTo;
    private boolean hasSeenFlag;
    private Optional<Instant> askedAt;
    private Optional<Instant> askedAtByHint;
    private KeyWatch watch;

    KeyProcess(FakeAzure azure, KeyScene scene, Mutation mutation) {
        this(azure, scene, mutation, Hint.none(), Optional.empty(), false);
    }

    private KeyProcess(
            FakeAzure azure,
            KeyScene scene,
            Mutation mutation,
            Hint hint,
            Optional<Instant> askedAt,
            boolean hasSeenFlag) {
        this.hasSeenFlag = hasSeenFlag;
        this.azure = azure;
        this.scene = scene;
        this.mutation = mutation;
        this.hint = hint;
        this.askedAt = askedAt;
        this.askedAtByHint = askedAt;
        this.state = FlowState.start(mutation.hint(hint));
        this.rows = new ReadCache(scene.world());
        this.watch = new KeyWatch(scene, scene.world(), List.of(), observed, askedAt, false);
        this.passes = new Passes(
                mutation.ports(PortFace.over(mutation.wire(this::call), azure::now, FakeAzure.OWNER)),
                Scenery.RULES,
                Jitter.none());
    }

    /** Who takes over after the death of this one. */
    KeyProcess successor(boolean withHint) {
        return withHint
                ? new KeyProcess(
                        azure,
                        scene,
                        mutation,
                        hint,
                        askedAtByHint,
                        hasSeenFlag && !hint.entries().isEmpty())
                : new KeyProcess(azure, scene, mutation);
    }

    /** From here on no read is stale. */
    KeyProcess calm() {
        isChaotic = false;
        return this;
    }

    /** Whether it, or whom it is heir to, has seen that the resource rotates by itself. */
    boolean hasSeenFlag() {
        return hasSeenFlag;
    }

    List<Breach> breaches() {
        return watch.breaches();
    }

    /** One pass; empty when the process died of it. {@code believed} is what the world was in the last minute. */
    Optional<StepResult<?>> pass(List<World> believed, boolean isFlagForgotten) {
        return pass(scene.request(), believed, isFlagForgotten);
    }

    private <R extends Outcome> Optional<StepResult<?>> pass(
            CmkRequest<R> request, List<World> believed, boolean isFlagForgotten) {
        watch = new KeyWatch(scene, azure.world(), believed, observed, askedAt, isFlagForgotten);
        if (wasLiedTo) {
            watch.liedTo(Strike.STALE);
        }
        boolean hadFlag = new KeyTruth(azure.world(), scene).hasFlag();
        try {
            var outcome = passes.run(request, state, OperationOptions.defaults(), azure.now());
            state = outcome.state();
            hint = outcome.result().hint();
            askedAtByHint = askedAt;
            hasSeenFlag |= hadFlag;
            watch.result(outcome.result(), azure.world());
            return Optional.of(outcome.result());
        } catch (ProcessStopped stopped) {
            return Optional.empty();
        } catch (RuntimeException thrown) {
            watch.threw(thrown);
            return Optional.empty();
        }
    }

    private WireOutcome call(WireRequest request) {
        var before = azure.world();
        var row = rows.row(azure.kernel(), before, request);
        var now = azure.now();
        if (row.isWrite()) {
            watch.write(
                    request,
                    row.operation(),
                    before,
                    azure.kernel().handle(before, request, now).world(),
                    now);
        }
        var outcome = azure.call(request);
        boolean isAnswered = outcome instanceof WireOutcome.Answered answered
                && answered.response().status() < 500;
        if (row.operation().equals("ROTATE_KEY") && !isAnswered) {
            askedAt = Optional.of(now);
        }
        if (!row.isWrite() && outcome instanceof WireOutcome.Answered answered) {
            lookForLie(before, request, now, answered);
        }
        observed.answer(row.operation(), request, outcome, azure.now());
        return outcome;
    }

    /** A stale read tells of the world as it was; the watch suspends what nobody could keep then. */
    private void lookForLie(World before, WireRequest request, Instant now, WireOutcome.Answered answered) {
        var told = answered.response();
        if (!isChaotic || !(told.isSuccess() || told.status() == 404)) {
            return;
        }
        var truth = azure.kernel().handle(before, request, now).response();
        if (!told.document().equals(truth.document())) {
            wasLiedTo = true;
            watch.liedTo(Strike.STALE);
        }
    }
}
