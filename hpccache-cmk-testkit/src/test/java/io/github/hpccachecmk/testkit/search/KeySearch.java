package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.testkit.search.KeySteps.Step;
import io.github.hpccachecmk.testkit.search.KeySteps.Who;
import io.github.hpccachecmk.testkit.search.Safety.Breach;
import io.github.hpccachecmk.testkit.world.Pending;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** All orders of passes, faults and other people's deeds for a request about a key, breadth first, from one start. */
final class KeySearch {
    private static final int LONGEST_WALK = 400;
    private static final int MOST_EVENTS = 50;
    private static final List<Strike> STRIKES = List.of(
            Strike.NO_ANSWER,
            Strike.REQUEST_LOST,
            Strike.ANSWER_LOST,
            Strike.EFFECT_LATE,
            Strike.STOPPED_AFTER_EFFECT,
            Strike.FAILED_AFTER_EFFECT,
            Strike.THROTTLED,
            Strike.UNAVAILABLE,
            Strike.CONFLICT);

    private final KeyScene scene;
    private final KeySteps steps;
    private final Limits limits;
    private final Fingerprint.Maker maker = new Fingerprint.Maker();
    private final Set<Fingerprint.Key> known = new HashSet<>();
    private final Set<Fingerprint.Key> ending = new HashSet<>();
    private final ArrayDeque<KeyNode> open = new ArrayDeque<>();
    private long transitions;
    private int deepest;
    private boolean isCut;

    KeySearch(KeyScene scene, Limits limits, Mutation mutation, UnaryOperator<CmkRequest<?>> tampering) {
        this.scene = scene;
        this.limits = limits;
        this.steps = new KeySteps(scene, mutation, tampering);
    }

    /**
     * How far it goes.
     *
     * @param faults struck calls on one path
     * @param deeds changes by others on one path, passes of a second orchestrator included
     * @param states different states at most
     */
    record Limits(int faults, int deeds, int states) {}

    /**
     * What a search came to.
     *
     * @param states different states
     * @param transitions moves made
     * @param passes real passes, those of the walks to the end included
     * @param deepest moves of the longest path
     * @param isCut whether the bound on states ended it early
     * @param breaches the promises that the first move to break one broke
     * @param story how it came to that
     */
    record Report(
            long states,
            long transitions,
            long passes,
            int deepest,
            boolean isCut,
            List<Breach> breaches,
            String story) {}

    Report run() {
        var first = KeyNode.first(scene);
        known.add(first.key(maker));
        open.add(first);
        while (!open.isEmpty()) {
            var broken = expand(open.removeFirst());
            if (broken.isPresent()) {
                return report(broken.get().breaches(), broken.get().node().story());
            }
        }
        return report(List.of(), "");
    }

    private Report report(List<Breach> breaches, String story) {
        return new Report(known.size(), transitions, steps.passes(), deepest, isCut, breaches, story);
    }

    /** Makes every move; the first that breaks a promise is returned. */
    private Optional<Step> expand(KeyNode node) {
        for (var who : Who.values()) {
            if (!isPossible(node, who)) {
                continue;
            }
            var plain = steps.pass(node, who);
            var wrong = visit(plain);
            if (wrong.isPresent()) {
                return wrong;
            }
            for (int call = 0; who != Who.A_RIVAL && call < plain.calls().size(); call++) {
                var broken = struck(node, who, call, plain.calls().get(call));
                if (broken.isPresent()) {
                    return broken;
                }
            }
        }
        return first(events(node).stream().map(Step::quiet));
    }

    private boolean isPossible(KeyNode node, Who who) {
        return switch (who) {
            case THE_PROCESS -> !node.process().isOver();
            case A_SUCCESSOR ->
                node.process().isOver() || !node.process().hint().entries().isEmpty();
            case A_RIVAL -> node.deeds() < limits.deeds();
        };
    }

    private Optional<Step> struck(KeyNode node, Who who, int call, Strike.Made made) {
        Stream<Step> struck = node.faults() < limits.faults()
                ? STRIKES.stream()
                        .filter(strike -> strike.strikes(made))
                        .map(strike -> steps.pass(node, who, call, strike))
                : Stream.empty();
        Stream<Step> crossed = made.isWrite() && node.deeds() < limits.deeds()
                ? Stream.concat(
                        Stream.of(KeyDeed.values()).map(deed -> steps.pass(node, who, call, deed)),
                        Stream.of(call).map(at -> steps.passAcrossRival(node, who, at)))
                : Stream.empty();
        return first(Stream.concat(struck, crossed));
    }

    private Optional<Step> first(Stream<Step> made) {
        return made.flatMap(step -> visit(step).stream()).findFirst();
    }

    private List<KeyNode> events(KeyNode node) {
        var events = new ArrayList<KeyNode>();
        node.world().pending().stream()
                .filter(Pending::isManual)
                .forEach(pending -> events.add(steps.fired(node, pending)));
        for (int i = 0; i < node.late().size(); i++) {
            events.add(steps.landed(node, i));
        }
        events.add(steps.later(node));
        if (node.deeds() < limits.deeds()) {
            for (var deed : KeyDeed.values()) {
                if (!deed.apply(node.world(), scene.names(), node.now()).equals(node.world())) {
                    events.add(steps.interfered(node, deed));
                }
            }
        }
        return events;
    }

    /** Takes a state in; what is returned broke a promise, on the way to it or on the way from it to the end. */
    private Optional<Step> visit(Step step) {
        transitions++;
        if (!step.breaches().isEmpty()) {
            return Optional.of(step);
        }
        var node = step.node();
        if (!known.add(node.key(maker))) {
            return Optional.empty();
        }
        deepest = Math.max(deepest, node.depth());
        if (known.size() > limits.states()) {
            isCut = true;
            return Optional.empty();
        }
        open.addLast(node);
        return toTheEnd(node);
    }

    /** From any state a process without memory, with nothing in its way, comes to an end, and for a reason. */
    private Optional<Step> toTheEnd(KeyNode from) {
        var walked = new ArrayList<Fingerprint.Key>();
        var node = new KeyNode(
                from.world(),
                from.now(),
                from.process(),
                from.late(),
                from.isFlagForgotten(),
                0,
                0,
                from.parent(),
                from.move(),
                from.depth());
        for (int pass = 0; pass < LONGEST_WALK; pass++) {
            var walk = steps.pass(node, pass == 0 ? Who.A_SUCCESSOR : Who.THE_PROCESS);
            if (!walk.breaches().isEmpty()) {
                return Optional.of(walk);
            }
            if (walk.node().process().isOver()) {
                var wrong = judged(walk);
                if (wrong.isEmpty()) {
                    ending.addAll(walked);
                }
                return wrong;
            }
            node = letItHappen(walk.node());
            var key = node.key(maker);
            if (ending.contains(key)) {
                ending.addAll(walked);
                return Optional.empty();
            }
            walked.add(key);
        }
        return Optional.of(broken(node, Safety.CONVERGES, "no end after " + LONGEST_WALK + " passes"));
    }

    private Optional<Step> judged(Step last) {
        var result = last.result().orElseThrow();
        if (result.state() == StepResult.State.DONE) {
            return Optional.empty();
        }
        if (result.error().isEmpty()) {
            return Optional.of(broken(last.node(), Safety.CONVERGES, result.state() + " without a code"));
        }
        var node = last.node();
        return new KeyTruth(node.world(), scene).explainsBlock(node.now())
                ? Optional.empty()
                : Optional.of(broken(node, Safety.BLOCKED_FOR_A_REASON, result.state() + " " + result.error()));
    }

    private static Step broken(KeyNode node, Safety property, String detail) {
        return new Step(node, List.of(), List.of(new Breach(property, detail)), Optional.empty());
    }

    /** Late effects land, then all that is to come comes, in order. */
    private KeyNode letItHappen(KeyNode node) {
        var current = node;
        while (!current.late().isEmpty()) {
            current = steps.landed(current, 0);
        }
        for (int fired = 0; fired < MOST_EVENTS; fired++) {
            var next =
                    current.world().pending().stream().filter(Pending::isManual).findFirst();
            if (next.isEmpty()) {
                break;
            }
            current = steps.fired(current, next.get());
        }
        return current;
    }
}
