package io.github.hpccachecmk.testkit;

import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How the world was, for stale reads. Not thread-safe: guarded by {@link CallDesk}. */
final class WorldHistory {
    private static final int LENGTH = 1000;

    private record Moment(Instant at, World world) {}

    private final Deque<Moment> moments = new ArrayDeque<>();

    void remember(Instant at, World world) {
        moments.addLast(new Moment(at, world));
        if (moments.size() > LENGTH) {
            moments.removeFirst();
        }
    }

    /** The world at a time; the oldest known one for times before it. */
    World at(Instant time) {
        World found = moments.getFirst().world();
        for (Moment moment : moments) {
            if (moment.at().isAfter(time)) {
                break;
            }
            found = moment.world();
        }
        return found;
    }
}
