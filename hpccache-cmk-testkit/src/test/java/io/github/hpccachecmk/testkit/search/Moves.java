package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.testkit.search.Strike.Made;
import io.github.hpccachecmk.testkit.world.Pending;
import io.github.hpccachecmk.testkit.world.World;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which moves there are in a state. */
final class Moves {
    /** Reads whose failure no decision waits for: what holds for the first of a pass holds for the others. */
    private static final Set<String> ADVISORY = Set.of(
            "LIST_LOCKS",
            "GET_PROVIDER",
            "LIST_SKUS",
            "LIST_USAGES",
            "GET_SUBNET",
            "LIST_PERMISSIONS",
            "GET_DELETED_VAULT");

    private final Bounds bounds;

    Moves(Bounds bounds) {
        this.bounds = bounds;
    }

    /** Whole passes without anything in their way. */
    List<Move.Pass> passes(Node node) {
        var moves = new ArrayList<Move.Pass>();
        for (int actor = 0; actor < node.processes().size(); actor++) {
            var process = node.processes().get(actor);
            if (!process.isOver()) {
                moves.add(Move.Pass.plain(actor, false));
            }
            if (process.isOver() || !process.hint().entries().isEmpty()) {
                moves.add(Move.Pass.plain(actor, true));
            }
        }
        return moves;
    }

    /** The same pass with something in its way, at each of the calls that it made. */
    List<Move.Pass> struck(Node node, Move.Pass plain, List<Made> calls) {
        var moves = new ArrayList<Move.Pass>();
        var spent = node.spent();
        boolean isAdvisoryStruck = false;
        for (int call = 0; call < calls.size(); call++) {
            var made = calls.get(call);
            if (ADVISORY.contains(made.operation())) {
                if (isAdvisoryStruck) {
                    continue;
                }
                isAdvisoryStruck = true;
            }
            for (var strike : Strike.values()) {
                boolean isLeft = strike.isFault()
                        && spent.faults() < bounds.faults()
                        && !(strike.isLie() && spent.lies() >= bounds.lies())
                        && !(strike == Strike.STALE && node.earlier().isSame(node.world()));
                if (isLeft && strike.strikes(made)) {
                    moves.add(plain.struck(call, strike));
                }
            }
            if (made.isWrite()
                    && node.processes().size() > 1
                    && !node.processes().get(1 - plain.actor()).isOver()) {
                moves.add(plain.struck(call, Strike.RIVAL_FIRST));
            }
            if (made.isWrite() && spent.interferences() < bounds.interferences()) {
                for (var somebody : Interference.values()) {
                    moves.add(plain.struck(call, somebody));
                }
            }
        }
        return moves;
    }

    /** What happens by itself or by others. */
    List<Move> events(Node node, Start start) {
        var moves = new ArrayList<Move>();
        World world = node.world();
        var seen = new HashSet<String>();
        boolean isTimed = false;
        for (int i = 0; i < world.pending().size(); i++) {
            Pending pending = world.pending().get(i);
            isTimed |= !pending.isManual();
            var what =
                    pending.transition().change() + " " + pending.transition().subject();
            if (pending.isManual() && seen.add(what)) {
                moves.add(new Move.Fires(i, pending.transition().change().name()));
            }
        }
        if (isTimed) {
            moves.add(new Move.TimePasses(
                    world.pending().get(0).transition().change().name()));
        }
        for (int i = 0; i < node.late().size(); i++) {
            moves.add(new Move.Lands(i));
        }
        if (node.spent().interferences() < bounds.interferences()) {
            for (var somebody : Interference.values()) {
                boolean isMeaningful = !somebody.apply(world, start, node.now()).equals(world);
                if (isMeaningful) {
                    moves.add(new Move.Interferes(somebody));
                }
            }
        }
        return moves;
    }
}
