package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A state of the search for requests about keys.
 *
 * @param world the world
 * @param now the time
 * @param process the process under way
 * @param late requests whose effect is to come
 * @param isFlagForgotten whether nobody can know any more that the resource rotated by itself
 * @param faults how many calls were struck
 * @param deeds how often others changed something, a second orchestrator included
 * @param parent where it was come from
 * @param move by what
 * @param depth how many moves from the start
 */
record KeyNode(
        World world,
        Instant now,
        Runner process,
        List<WireRequest> late,
        boolean isFlagForgotten,
        int faults,
        int deeds,
        Optional<KeyNode> parent,
        String move,
        int depth) {
    /**
     * A process.
     *
     * @param hint what it would tell its successor
     * @param isOver whether it has ended
     * @param askedAt when it asked for a version without being answered
     */
    record Runner(Hint hint, boolean isOver, Optional<Instant> askedAt) {
        static Runner fresh() {
            return new Runner(Hint.none(), false, Optional.empty());
        }
    }

    static KeyNode first(KeyScene scene) {
        return new KeyNode(
                scene.world(),
                scene.now(),
                Runner.fresh(),
                List.of(),
                false,
                0,
                0,
                Optional.empty(),
                scene.kind().name(),
                0);
    }

    /** The state after a move that left the process alone. */
    KeyNode moved(World after, Instant then, List<WireRequest> stillLate, String by) {
        return next(after, then, process, stillLate, isFlagForgotten, 0, 0, by);
    }

    KeyNode next(
            World after,
            Instant then,
            Runner later,
            List<WireRequest> stillLate,
            boolean forgotten,
            int struck,
            int done,
            String by) {
        return new KeyNode(
                after,
                then,
                later,
                List.copyOf(stillLate),
                forgotten,
                faults + struck,
                deeds + done,
                Optional.of(this),
                by,
                depth + 1);
    }

    Fingerprint.Key key(Fingerprint.Maker maker) {
        var print = maker.at(now)
                .add(world)
                .add(process.hint())
                .add(process.isOver() ? 1 : 2)
                .add(isFlagForgotten ? 1 : 2);
        process.askedAt().ifPresent(print::add);
        late.forEach(request -> print.add(request.toString().hashCode()));
        return print.add(faults * 10L + deeds).key();
    }

    /** The way here, one move a line. */
    String story() {
        return parent.map(KeyNode::story).orElse("") + now + " " + move + "\n";
    }
}
