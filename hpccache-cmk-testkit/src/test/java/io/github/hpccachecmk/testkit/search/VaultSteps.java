package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.core.flow.FlowState;
import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.flow.Passes;
import io.github.hpccachecmk.report.PreparedVault;
import io.github.hpccachecmk.request.PrepareVault;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.fault.ProcessStopped;
import io.github.hpccachecmk.testkit.port.PortFace;
import io.github.hpccachecmk.testkit.search.Strike.Made;
import io.github.hpccachecmk.testkit.search.VaultPromises.Broken;
import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Kernel;
import io.github.hpccachecmk.testkit.world.Pending;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.services.Services;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes the moves of a search for a vault: real passes over forked worlds. Deterministic. For one thread. */
final class VaultSteps {
    private final VaultPromises promises;
    private final PrepareVault request;
    private final Mutation mutation;
    private final UnaryOperator<PrepareVault> tampering;
    private final Kernel kernel = Services.kernel();
    private final ReadCache cache;
    private long passes;

    VaultSteps(VaultStart start, FakeAzure azure, Mutation mutation, UnaryOperator<PrepareVault> tampering) {
        this.request = start.request(azure);
        this.promises = new VaultPromises(start, request.vault().toString());
        this.mutation = mutation;
        this.tampering = tampering;
        this.cache = new ReadCache(azure.world());
    }

    /** What came of a move. */
    record Step(VaultNode node, List<Made> calls, List<Broken> broken, Optional<StepResult<PreparedVault>> result) {}

    long passes() {
        return passes;
    }

    VaultPromises promises() {
        return promises;
    }

    /** Time goes on to the next change of the world. */
    VaultNode waited(VaultNode node) {
        var then = node.world().pending().stream()
                .map(Pending::due)
                .filter(due -> due.isBefore(Instant.MAX))
                .min(Instant::compareTo)
                .filter(due -> due.isAfter(node.now()))
                .orElse(node.now())
                .plusSeconds(1);
        return node.next(kernel.at(node.world(), then), then, "time goes on to " + then);
    }

    /** The effect of a lost request comes after all. */
    VaultNode landed(VaultNode node, int index) {
        var rest = new ArrayList<>(node.late());
        var late = rest.remove(index);
        return node.next(kernel.handle(node.world(), late, node.now()).world(), node.now(), "late " + late.method())
                .with(node.process(), node.isOver(), rest, 0);
    }

    /** Somebody else sends a request. */
    VaultNode interfered(VaultNode node, WireRequest theirs, String what) {
        return node.next(kernel.handle(node.world(), theirs, node.now()).world(), node.now(), what)
                .interfered();
    }

    /** One pass; with {@code struck}, that call (from 0) is struck. */
    Step pass(VaultNode node, boolean forgetful, int struck, Strike strike) {
        passes++;
        var wire = new Line(node, struck, strike);
        var ports = mutation.ports(
                PortFace.over(mutation.wire(wire::call), node::now, FakeAzure.OWNER, VaultStart.MATERIAL));
        var hint = forgetful ? Hint.none() : node.process();
        Optional<StepResult<PreparedVault>> result = Optional.empty();
        try {
            result = Optional.of(new Passes(ports, Scenery.RULES, Jitter.none())
                    .run(
                            tampering.apply(request),
                            FlowState.start(hint),
                            io.github.hpccachecmk.OperationOptions.defaults(),
                            node.now())
                    .result());
        } catch (ProcessStopped stopped) {
            // The next pass is another process's.
        }
        var late = new ArrayList<>(node.late());
        late.addAll(wire.late);
        var next = node.next(
                        wire.world,
                        result.flatMap(StepResult::lookAgainAt)
                                .filter(at -> at.isAfter(node.now()))
                                .orElse(node.now()),
                        (forgetful ? "forgetful pass" : "pass")
                                + (strike == Strike.NOTHING ? "" : ", call " + struck + " " + strike)
                                + ": " + wire.made.stream().map(Made::operation).toList()
                                + result.map(told -> " -> " + told.state() + " "
                                                + told.status().message())
                                        .orElse(" -> stopped"))
                .with(
                        result.map(StepResult::hint).orElse(Hint.none()),
                        result.filter(told -> told.lookAgainAt().isEmpty()).isPresent(),
                        late,
                        strike.isFault() ? 1 : 0);
        return new Step(settled(next), wire.made, wire.broken, result);
    }

    private VaultNode settled(VaultNode node) {
        return new VaultNode(
                kernel.at(node.world(), node.now()),
                node.now(),
                node.process(),
                node.isOver(),
                node.late(),
                node.faults(),
                node.interferences(),
                node.parent(),
                node.move(),
                node.depth());
    }

    /** The services as one pass meets them. Mutable, for one pass. */
    private final class Line {
        private final VaultNode node;
        private final int struck;
        private final Strike strike;
        private final List<Made> made = new ArrayList<>();
        private final List<Broken> broken = new ArrayList<>();
        private final List<WireRequest> late = new ArrayList<>();
        private World world;

        Line(VaultNode node, int struck, Strike strike) {
            this.node = node;
            this.struck = struck;
            this.strike = strike;
            this.world = node.world();
        }

        WireOutcome call(WireRequest asked) {
            var row = cache.row(kernel, world, asked);
            var by = made.size() == struck ? strike : Strike.NOTHING;
            made.add(new Made(row.operation(), row.isWrite(), by.toString()));
            var step = kernel.handle(world, asked, node.now());
            if (row.isWrite()) {
                broken.addAll(promises.judge(world, step.world(), row.operation()));
            }
            var refusal = by.refusal();
            if (refusal.isPresent()) {
                return new WireOutcome.Answered(kernel.dress(refusal.get(), world, asked, node.now()));
            }
            if (by == Strike.REQUEST_LOST || by == Strike.NO_ANSWER) {
                return new WireOutcome.TimedOut();
            }
            if (by == Strike.EFFECT_LATE) {
                late.add(asked);
                return new WireOutcome.TimedOut();
            }
            world = step.world();
            return switch (by) {
                case ANSWER_LOST -> new WireOutcome.TimedOut();
                case STOPPED_AFTER_EFFECT -> throw new ProcessStopped("after the effect of " + row.operation());
                case FAILED_AFTER_EFFECT ->
                    new WireOutcome.Answered(kernel.dress(
                            ArmErrors.of(500, "InternalServerError", "Something went wrong."),
                            world,
                            asked,
                            node.now()));
                default -> new WireOutcome.Answered(step.response());
            };
        }
    }
}
