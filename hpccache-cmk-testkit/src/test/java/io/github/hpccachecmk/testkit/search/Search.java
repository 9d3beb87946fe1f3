package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.testkit.search.Safety.Breach;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Every path from a start within bounds, breadth first: the shortest counterexample comes first. Real passes over forked
 * worlds; states that {@link Fingerprint} holds for the same are gone on from once.
 */
final class Search {
    private final Start start;
    private final Bounds bounds;
    private final Moves moves;
    private final Stepping stepping;
    private final Fingerprint.Maker maker = new Fingerprint.Maker();
    private final Liveness liveness;
    private final Set<Fingerprint.Key> known = new HashSet<>();
    private final Set<Fingerprint.Key> worlds = new HashSet<>();
    private final ArrayDeque<Node> open = new ArrayDeque<>();
    private long transitions;
    private int deepest;
    private boolean isCut;
    private Optional<Found> found = Optional.empty();

    Search(Start start, Bounds bounds, Mutation mutation) {
        this.start = start;
        this.bounds = bounds;
        this.moves = new Moves(bounds);
        this.stepping = new Stepping(start, mutation);
        this.liveness = new Liveness(start, stepping, maker);
    }

    /** A promise broken, and where. */
    record Found(List<Breach> breaches, Node node) {}

    /**
     * What a search came to.
     *
     * @param states different states
     * @param transitions moves made
     * @param passes real passes, those of the walks to the end included
     * @param walks walks to the end from a state by a process without memory
     * @param deepest moves of the longest path
     * @param isCut whether a bound on states or depth ended it early
     * @param breaches the promises that the first move to break one broke
     * @param story how it came to that
     */
    record Report(
            long states,
            long transitions,
            long passes,
            long walks,
            int deepest,
            boolean isCut,
            List<Breach> breaches,
            String story) {}

    Report run() {
        visit(Node.first(start), List.of());
        while (found.isEmpty() && !open.isEmpty()) {
            expand(open.removeFirst());
        }
        return new Report(
                known.size(),
                transitions,
                stepping.passes(),
                liveness.runs(),
                deepest,
                isCut,
                found.map(Found::breaches).orElse(List.of()),
                found.map(this::story).orElse(""));
    }

    private void expand(Node node) {
        if (node.depth() >= bounds.depth()) {
            isCut = true;
            return;
        }
        for (var pass : moves.passes(node)) {
            var plain = take(node, pass);
            for (var struck : moves.struck(node, pass, plain.calls())) {
                if (found.isPresent()) {
                    return;
                }
                take(node, struck);
            }
        }
        for (var event : moves.events(node, start)) {
            if (found.isPresent()) {
                return;
            }
            take(node, event);
        }
    }

    private Stepping.Step take(Node node, Move move) {
        var step = stepping.make(node, move);
        transitions++;
        visit(step.node(), step.breaches());
        return step;
    }

    private void visit(Node node, List<Breach> breaches) {
        if (!breaches.isEmpty() && found.isEmpty()) {
            found = Optional.of(new Found(breaches, node));
        }
        if (found.isPresent() || !known.add(node.key(maker))) {
            return;
        }
        deepest = Math.max(deepest, node.depth());
        if (known.size() > bounds.states()) {
            isCut = true;
            return;
        }
        open.addLast(node);
        var print = maker.at(node.now()).add(node.world());
        node.late().forEach(request -> print.add(request.toString().hashCode()));
        node.grantedAt().ifPresent(print::add);
        if (worlds.add(print.key())) {
            var wrong = liveness.from(node);
            found = wrong.isEmpty() ? Optional.empty() : Optional.of(new Found(wrong, node));
        }
    }

    private String story(Found where) {
        return new Story(start, stepping).of(where);
    }
}
