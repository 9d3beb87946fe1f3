package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.core.flow.FlowState;
import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.flow.Passes;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.fault.ProcessStopped;
import io.github.hpccachecmk.testkit.port.PortFace;
import io.github.hpccachecmk.testkit.search.Safety.Breach;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A process in a life: keeps its facts from pass to pass, as the driver does, and is watched. Mutable. */
final class LivingProcess {
    private final FakeAzure azure;
    private final Start start;
    private final int number;
    private final Mutation mutation;
    private final Observed observed;
    private final Passes passes;
    private final ReadCache rows;
    private boolean isChaotic = true;
    private FlowState state;
    private Hint hint;
    private boolean wasLiedTo;
    private Watch watch;

    LivingProcess(FakeAzure azure, Start start, int number, Mutation mutation) {
        this(azure, start, number, mutation, Hint.none(), false);
    }

    private LivingProcess(
            FakeAzure azure, Start start, int number, Mutation mutation, Hint hint, boolean hasSeenTarget) {
        this.azure = azure;
        this.start = start;
        this.number = number;
        this.mutation = mutation;
        this.hint = hint;
        this.state = FlowState.start(mutation.hint(hint));
        this.observed = new Observed(hasSeenTarget);
        this.rows = new ReadCache(start.world());
        this.watch = new Watch(start, number, start.world(), List.of(), observed, Optional.empty());
        this.passes = new Passes(
                mutation.ports(PortFace.over(mutation.wire(this::call), azure::now, FakeAzure.OWNER)),
                Scenery.RULES,
                Jitter.none());
    }

    /** Who takes over after the death of this one. */
    LivingProcess successor(boolean withHint) {
        return new LivingProcess(
                azure,
                start,
                number,
                mutation,
                withHint ? hint : Hint.none(),
                withHint && observed.hasSeenTarget() && !hint.entries().isEmpty());
    }

    /** From here on no read is stale. */
    LivingProcess calm() {
        isChaotic = false;
        return this;
    }

    List<Breach> breaches() {
        return watch.breaches();
    }

    /** One pass; empty when the process died of it. {@code believed} is what the world was in the last minute. */
    Optional<StepResult<EncryptedResource>> pass(Optional<Instant> grantedAt, List<World> believed) {
        watch = new Watch(start, number, azure.world(), believed, observed, grantedAt);
        if (wasLiedTo) {
            watch.liedTo(Strike.STALE);
        }
        try {
            var outcome = passes.run(
                    mutation.request(start.requests().get(number)),
                    state,
                    mutation.options(start.options(number)),
                    azure.now());
            state = outcome.state();
            hint = outcome.result().hint();
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
        if (!row.isWrite() && outcome instanceof WireOutcome.Answered answered) {
            lookForLie(before, request, now, answered.response());
        }
        observed.answer(row.operation(), request, outcome, azure.now());
        return outcome;
    }

    /** A stale read tells of the world as it was; the watch suspends what nobody could keep then. */
    private void lookForLie(World before, WireRequest request, Instant now, WireResponse told) {
        if (!isChaotic || !(told.isSuccess() || told.status() == 404)) {
            return;
        }
        var truth = azure.kernel().handle(before, request, now).response();
        if (!told.document().equals(truth.document())) {
            // Facts are kept from pass to pass, and so is what is not so.
            wasLiedTo = true;
            watch.liedTo(Strike.STALE);
        }
    }
}
