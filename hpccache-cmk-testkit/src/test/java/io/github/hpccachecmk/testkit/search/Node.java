package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A state of a search: the world with the processes in it, and what has been used up.
 *
 * @param world the world
 * @param earlier the world before its last change
 * @param now the time
 * @param processes the orchestrators
 * @param late requests whose effect is to come
 * @param spent what was used up on the way
 * @param grantedAt since when the resource's identities have access
 * @param parent where it was come from
 * @param move by which move
 * @param depth how many moves from the start
 */
record Node(
        World world,
        World earlier,
        Instant now,
        List<Orchestrator> processes,
        List<WireRequest> late,
        Spent spent,
        Optional<Instant> grantedAt,
        Optional<Node> parent,
        Optional<Move> move,
        int depth) {

    /**
     * An orchestrator.
     *
     * @param hint what it would tell its successor
     * @param lookAt when it looks again
     * @param isOver whether it has ended
     * @param hasSeen whether it has seen the resource
     */
    record Orchestrator(Hint hint, Optional<Instant> lookAt, boolean isOver, boolean hasSeen) {
        static Orchestrator fresh() {
            return new Orchestrator(Hint.none(), Optional.empty(), false, false);
        }
    }

    /** What was used up. */
    record Spent(int faults, int lies, int interferences) {
        Spent strike(Strike strike) {
            return new Spent(
                    faults + (strike.isFault() ? 1 : 0),
                    lies + (strike.isLie() ? 1 : 0),
                    interferences + (strike == Strike.SOMEBODY_FIRST ? 1 : 0));
        }

        Spent interfered() {
            return new Spent(faults, lies, interferences + 1);
        }
    }

    static Node first(Start start) {
        var processes =
                start.requests().stream().map(request -> Orchestrator.fresh()).toList();
        return new Node(
                start.world(),
                start.world(),
                start.now(),
                processes,
                List.of(),
                new Spent(0, 0, 0),
                granted(start, start.world()) ? Optional.of(Instant.EPOCH) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    /** The state after a move that left the processes alone. */
    Node moved(Start start, Move move, World after, Instant then, List<WireRequest> stillLate, Spent nowSpent) {
        return next(start, move, after, then, processes, stillLate, nowSpent);
    }

    Node next(
            Start start,
            Move move,
            World after,
            Instant then,
            List<Orchestrator> changed,
            List<WireRequest> stillLate,
            Spent nowSpent) {
        boolean has = granted(start, after);
        var since = has ? grantedAt.or(() -> Optional.of(then)) : Optional.<Instant>empty();
        return new Node(
                after,
                after.isSame(world) ? earlier : world,
                then,
                List.copyOf(changed),
                List.copyOf(stillLate),
                nowSpent,
                since,
                Optional.of(this),
                Optional.of(move),
                depth + 1);
    }

    List<Orchestrator> with(int actor, Orchestrator process) {
        var changed = new ArrayList<>(processes);
        changed.set(actor, process);
        return changed;
    }

    private static boolean granted(Start start, World world) {
        return new Truth(world, start).isGranted();
    }

    Fingerprint.Key key(Fingerprint.Maker maker) {
        var print = maker.at(now).add(world);
        for (var process : processes) {
            print.add(process.hint()).add(process.isOver() ? 1 : process.hasSeen() ? 2 : 3);
            process.lookAt().ifPresent(print::add);
        }
        late.forEach(request -> print.add(request.toString().hashCode()));
        grantedAt.ifPresent(print::add);
        return print.add(spent.faults() * 100L + spent.lies() * 10L + spent.interferences())
                .key();
    }
}
