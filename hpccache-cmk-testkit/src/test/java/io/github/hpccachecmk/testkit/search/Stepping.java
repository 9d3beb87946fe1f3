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
import io.github.hpccachecmk.testkit.search.Strike.Made;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Kernel;
import io.github.hpccachecmk.testkit.world.Pending;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.services.Services;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes moves: real passes over forked worlds. Deterministic. For one thread. */
final class Stepping {
    private final Start start;
    private final Mutation mutation;
    private final Kernel kernel = Services.kernel();
    private final ReadCache cache;
    private long passes;

    Stepping(Start start, Mutation mutation) {
        this.start = start;
        this.mutation = mutation;
        this.cache = new ReadCache(start.world());
    }

    /** What came of a move. */
    record Step(Node node, List<Made> calls, List<Breach> breaches, Optional<StepResult<EncryptedResource>> result) {}

    long passes() {
        return passes;
    }

    Step make(Node node, Move move) {
        if (move instanceof Move.Pass pass) {
            return pass(node, pass);
        }
        return new Step(changed(node, move), List.of(), List.of(), Optional.empty());
    }

    private Node changed(Node node, Move move) {
        var world = node.world();
        var now = node.now();
        if (move instanceof Move.Fires fires) {
            var fired = kernel.at(kernel.fire(world, world.pending().get(fires.index()), now), now);
            return node.moved(start, move, fired, now, node.late(), node.spent());
        }
        if (move instanceof Move.Lands lands) {
            var rest = new ArrayList<>(node.late());
            var landed = kernel.handle(world, rest.remove(lands.index()), now).world();
            return node.moved(start, move, landed, now, rest, node.spent());
        }
        if (move instanceof Move.Interferes interferes) {
            return node.moved(
                    start,
                    move,
                    interfered(world, interferes.what(), now),
                    now,
                    node.late(),
                    node.spent().interfered());
        }
        var then = world.pending().stream()
                .filter(pending -> !pending.isManual())
                .map(Pending::due)
                .min(Instant::compareTo)
                .orElse(now)
                .plusSeconds(1);
        return node.moved(start, move, kernel.at(world, then), then, node.late(), node.spent());
    }

    private World interfered(World world, Interference what, Instant now) {
        return kernel.at(kernel.settle(what.apply(world, start, now), now, new Decisions()), now);
    }

    private Step pass(Node node, Move.Pass pass) {
        var process = node.processes().get(pass.actor());
        var now = pass.isForgetful()
                ? node.now()
                : process.lookAt().filter(at -> at.isAfter(node.now())).orElse(node.now());
        var world = kernel.at(node.world(), now);
        var rival = new Rival(node, pass.actor());
        UnaryOperator<World> others = pass.strike() == Strike.RIVAL_FIRST
                ? before -> rival.pass(before, now)
                : before -> interfered(before, pass.somebody(), now);
        var hint = pass.isForgetful() ? Hint.none() : process.hint();
        var ran = run(
                pass.actor(),
                hint,
                !pass.isForgetful() && process.hasSeen(),
                world,
                node.earlier(),
                now,
                node.grantedAt(),
                pass.call(),
                pass.strike(),
                others);
        var later = ran.result()
                .map(result -> new Node.Orchestrator(
                        result.hint(),
                        result.lookAgainAt(),
                        result.lookAgainAt().isEmpty(),
                        ran.observed().hasSeenTarget()))
                .orElse(new Node.Orchestrator(hint, Optional.empty(), false, !pass.isForgetful() && process.hasSeen()));
        var late = new ArrayList<>(node.late());
        late.addAll(ran.wire().late());
        var processes = new ArrayList<>(node.with(pass.actor(), later));
        rival.after().ifPresent(after -> processes.set(1 - pass.actor(), after));
        var breaches = new ArrayList<>(ran.watch().breaches());
        breaches.addAll(rival.breaches());
        return new Step(
                node.next(
                        start,
                        pass,
                        ran.wire().world(),
                        now,
                        processes,
                        late,
                        node.spent().strike(pass.strike())),
                ran.wire().made(),
                breaches,
                ran.result());
    }

    private record Ran(Wire wire, Watch watch, Observed observed, Optional<StepResult<EncryptedResource>> result) {}

    private Ran run(
            int actor,
            Hint hint,
            boolean hasSeen,
            World world,
            World earlier,
            Instant now,
            Optional<Instant> grantedAt,
            int call,
            Strike strike,
            UnaryOperator<World> others) {
        passes++;
        var observed = new Observed(hasSeen);
        var watch = new Watch(start, actor, world, List.of(), observed, grantedAt);
        var wire = new Wire(kernel, cache, watch, observed, world, earlier, now, call, strike, others);
        var ports = mutation.ports(PortFace.over(mutation.wire(wire), wire::now, FakeAzure.OWNER));
        try {
            var outcome = new Passes(ports, Scenery.RULES, Jitter.none())
                    .run(
                            mutation.request(start.requests().get(actor)),
                            FlowState.start(mutation.hint(hint)),
                            mutation.options(start.options(actor)),
                            now);
            watch.result(outcome.result(), wire.world());
            return new Ran(wire, watch, observed, Optional.of(outcome.result()));
        } catch (ProcessStopped stopped) {
            return new Ran(wire, watch, observed, Optional.empty());
        } catch (RuntimeException thrown) {
            watch.threw(thrown);
            return new Ran(wire, watch, observed, Optional.empty());
        }
    }

    /** The other process, a whole pass of which falls between two calls of this one. */
    private final class Rival {
        private final Node node;
        private final int actor;
        private Optional<Node.Orchestrator> after = Optional.empty();
        private List<Breach> breaches = List.of();

        Rival(Node node, int rivalOf) {
            this.node = node;
            this.actor = 1 - rivalOf;
        }

        World pass(World world, Instant now) {
            var process = node.processes().get(actor);
            var ran = run(
                    actor,
                    process.hint(),
                    process.hasSeen(),
                    world,
                    node.earlier(),
                    now,
                    node.grantedAt(),
                    -1,
                    Strike.NOTHING,
                    UnaryOperator.identity());
            breaches = ran.watch().breaches();
            after = ran.result()
                    .map(result -> new Node.Orchestrator(
                            result.hint(),
                            result.lookAgainAt(),
                            result.lookAgainAt().isEmpty(),
                            ran.observed().hasSeenTarget()));
            return ran.wire().world();
        }

        Optional<Node.Orchestrator> after() {
            return after;
        }

        List<Breach> breaches() {
            return breaches;
        }
    }
}
