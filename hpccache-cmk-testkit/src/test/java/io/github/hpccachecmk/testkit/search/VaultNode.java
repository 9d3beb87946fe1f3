package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A state of the search for a vault.
 *
 * @param world the world
 * @param now the time
 * @param process the hint of the process under way
 * @param isOver whether that process has ended
 * @param late requests whose effect is to come
 * @param faults how many calls were struck
 * @param interferences how often others changed something
 * @param parent where it was come from
 * @param move by what
 * @param depth how many moves from the start
 */
record VaultNode(
        World world,
        Instant now,
        Hint process,
        boolean isOver,
        List<WireRequest> late,
        int faults,
        int interferences,
        Optional<VaultNode> parent,
        String move,
        int depth) {
    VaultNode next(World after, Instant then, String by) {
        return new VaultNode(
                after, then, process, isOver, late, faults, interferences, Optional.of(this), by, depth + 1);
    }

    VaultNode with(Hint hint, boolean over, List<WireRequest> nowLate, int struck) {
        return new VaultNode(world, now, hint, over, nowLate, faults + struck, interferences, parent, move, depth);
    }

    VaultNode interfered() {
        return new VaultNode(world, now, process, isOver, late, faults, interferences + 1, parent, move, depth);
    }

    Fingerprint.Key key(Fingerprint.Maker maker) {
        var print = maker.at(now).add(world).add(process).add(isOver ? 1 : 2);
        late.forEach(request -> print.add(request.toString().hashCode()));
        return print.add(faults * 10L + interferences).key();
    }

    /** The way here, one move a line. */
    String story() {
        return parent.map(VaultNode::story).orElse("") + move + "\n";
    }
}
