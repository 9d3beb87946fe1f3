package io.github.hpccachecmk.testkit.search;

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
import io.github.hpccachecmk.testkit.search.KeyStart.Asks;
import io.github.hpccachecmk.testkit.search.Safety.Breach;
import io.github.hpccachecmk.testkit.search.Strike.Made;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Kernel;
import io.github.hpccachecmk.testkit.world.Pending;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes the moves of a search for requests about keys: real passes over forked worlds. Deterministic. For one thread. */
final class KeySteps {
    /** After these nobody knows whether the request has an effect. */
    private static final Set<Strike> UNANSWERED =
            Set.of(Strike.REQUEST_LOST, Strike.ANSWER_LOST, Strike.EFFECT_LATE, Strike.FAILED_AFTER_EFFECT);

    private static final Duration LONG = Duration.ofHours(3);

    private final KeyScene scene;
    private final Mutation mutation;
    private final UnaryOperator<CmkRequest<?>> tampering;
    private final Kernel kernel;
    private final ReadCache cache;
    private long passes;

    KeySteps(KeyScene scene, Mutation mutation, UnaryOperator<CmkRequest<?>> tampering) {
        this.scene = scene;
        this.mutation = mutation;
        this.tampering = tampering;
        this.kernel = scene.azure().kernel();
        this.cache = new ReadCache(scene.world());
    }

    /** Who makes a pass. */
    enum Who {
        THE_PROCESS("pass"),
        A_SUCCESSOR("pass of a new process without memory"),
        A_RIVAL("pass of a second orchestrator");

        private final String words;

        Who(String words) {
            this.words = words;
        }
    }

    /** What came of a move. */
    record Step(KeyNode node, List<Made> calls, List<Breach> breaches, Optional<StepResult<?>> result) {
        static Step quiet(KeyNode node) {
            return new Step(node, List.of(), List.of(), Optional.empty());
        }
    }

    long passes() {
        return passes;
    }

    /** A change comes that the search decides about. */
    KeyNode fired(KeyNode node, Pending pending) {
        return node.moved(
                kernel.at(kernel.fire(node.world(), pending, node.now()), node.now()),
                node.now(),
                node.late(),
                "it happens: " + pending.transition().change());
    }

    /** The effect of a lost request comes after all. */
    KeyNode landed(KeyNode node, int index) {
        var rest = new ArrayList<>(node.late());
        var late = rest.remove(index);
        return node.moved(
                kernel.at(kernel.handle(node.world(), late, node.now()).world(), node.now()),
                node.now(),
                rest,
                "late: " + late.method() + " " + late.path());
    }

    /** Nothing happens for hours. */
    KeyNode later(KeyNode node) {
        var then = node.now().plus(LONG);
        return node.moved(kernel.at(node.world(), then), then, node.late(), "three hours pass");
    }

    /** Somebody changes the key by hand. */
    KeyNode interfered(KeyNode node, KeyDeed deed) {
        return node.next(
                done(node.world(), deed, node.now()),
                node.now(),
                node.process(),
                node.late(),
                node.isFlagForgotten(),
                0,
                1,
                "somebody: " + deed);
    }

    private World done(World world, KeyDeed deed, Instant now) {
        return kernel.at(kernel.settle(deed.apply(world, scene.names(), now), now, new Decisions()), now);
    }

    /** A whole pass. */
    Step pass(KeyNode node, Who who) {
        return pass(node, who, -1, Strike.NOTHING, UnaryOperator.identity(), "");
    }

    /** A pass, one call of which (from 0) is struck. */
    Step pass(KeyNode node, Who who, int call, Strike strike) {
        return pass(node, who, call, strike, UnaryOperator.identity(), ", call " + (call + 1) + ": " + strike);
    }

    /** A pass; just before one of its calls somebody changes the key. */
    Step pass(KeyNode node, Who who, int call, KeyDeed deed) {
        return pass(
                node,
                who,
                call,
                Strike.SOMEBODY_FIRST,
                world -> done(world, deed, node.now()),
                ", before call " + (call + 1) + " somebody: " + deed);
    }

    /** A pass; just before one of its calls a second orchestrator makes a whole pass. */
    Step passAcrossRival(KeyNode node, Who who, int call) {
        return pass(
                node,
                who,
                call,
                Strike.RIVAL_FIRST,
                world -> pass(node.moved(world, node.now(), node.late(), ""), Who.A_RIVAL)
                        .node()
                        .world(),
                ", before call " + (call + 1) + " a whole pass of a second orchestrator");
    }

    private Step pass(KeyNode node, Who who, int call, Strike strike, UnaryOperator<World> others, String words) {
        return pass(tampering.apply(scene.request()), node, who, call, strike, others, words);
    }

    private <R extends Outcome> Step pass(
            CmkRequest<R> request,
            KeyNode node,
            Who who,
            int call,
            Strike strike,
            UnaryOperator<World> others,
            String words) {
        passes++;
        var process = who == Who.THE_PROCESS ? node.process() : KeyNode.Runner.fresh();
        boolean isForgotten = node.isFlagForgotten() || (who != Who.THE_PROCESS && isFlagLost(node.world()));
        var observed = new Observed(false);
        var watch = new KeyWatch(scene, node.world(), List.of(), observed, process.askedAt(), isForgotten);
        var wire =
                new Wire(kernel, cache, watch, observed, node.world(), node.world(), node.now(), call, strike, others);
        var ports = mutation.ports(PortFace.over(mutation.wire(wire), wire::now, FakeAzure.OWNER));
        Optional<StepResult<?>> result = Optional.empty();
        try {
            var told = new Passes(ports, Scenery.RULES, Jitter.none())
                    .run(
                            request,
                            FlowState.start(mutation.hint(process.hint())),
                            OperationOptions.defaults(),
                            node.now())
                    .result();
            watch.result(told, wire.world());
            result = Optional.of(told);
        } catch (ProcessStopped stopped) {
            // The hint of before the pass is what its successor has.
        } catch (RuntimeException thrown) {
            watch.threw(thrown);
        }
        var now = result.flatMap(StepResult::lookAgainAt)
                .filter(at -> who != Who.A_RIVAL && at.isAfter(node.now()))
                .orElse(node.now());
        boolean isUnanswered = watch.hasAskedForVersion() && UNANSWERED.contains(strike);
        var askedAt = isUnanswered ? Optional.of(node.now()) : process.askedAt();
        var later = result.map(told ->
                        new KeyNode.Runner(told.hint(), told.lookAgainAt().isEmpty(), askedAt))
                .orElse(process);
        var late = new ArrayList<>(node.late());
        late.addAll(wire.late());
        var next = node.next(
                kernel.at(wire.world(), now),
                now,
                who == Who.A_RIVAL ? node.process() : later,
                late,
                isForgotten,
                strike.isFault() ? 1 : 0,
                strike == Strike.SOMEBODY_FIRST || strike == Strike.RIVAL_FIRST || who == Who.A_RIVAL ? 1 : 0,
                who.words + words + " " + told(wire.made(), result));
        return new Step(next, wire.made(), watch.breaches(), result);
    }

    private boolean isFlagLost(World world) {
        return scene.asks() == Asks.ROTATE && scene.hadFlag() && !new KeyTruth(world, scene).hasFlag();
    }

    private static String told(List<Made> made, Optional<StepResult<?>> result) {
        return made.stream().map(Made::operation).toList()
                + result.map(told -> " -> " + told.state() + " " + told.status().message()
                                + told.error()
                                        .map(error -> " [" + error.code() + "]")
                                        .orElse(""))
                        .orElse(" -> stopped");
    }
}
