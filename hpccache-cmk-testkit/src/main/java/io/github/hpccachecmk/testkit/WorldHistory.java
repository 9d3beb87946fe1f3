package io.github.hpccachecmk.testkit;

import io.github.hpccachecmk.testkit.journal.WorldChanges;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** How the world was and why it changed, for stale reads and for people. Not thread-safe: guarded by {@link CallDesk}. */
final class WorldHistory {
    private static final int LENGTH = 1000;

    private record Moment(Instant at, World world, String cause) {}

    private final Deque<Moment> moments = new ArrayDeque<>();

    void remember(Instant at, World world, String cause) {
        moments.addLast(new Moment(at, world, cause));
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

    /** What became different since the oldest known world. */
    WorldChanges changes() {
        WorldChanges changes = new WorldChanges(List.of());
        World before = moments.getFirst().world();
        for (Moment moment : moments) {
            changes = changes.and(WorldChanges.between(before, moment.world(), moment.at(), moment.cause()));
            before = moment.world();
        }
        return changes;
    }
}
