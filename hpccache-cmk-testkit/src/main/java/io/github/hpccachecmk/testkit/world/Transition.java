package io.github.hpccachecmk.testkit.world;

import java.time.Instant;

/** A change that a service makes by itself: a value (usually a record), applied when it is due. */
public interface Transition {
    /** Which kind of change. */
    Change change();

    /** What changes: a canonical id or a principal. */
    String subject();

    /**
     * The world after the change; the same world when it has become pointless (its subject is gone, say).
     *
     * @param when the time at which it was due, which can be earlier than now
     */
    World apply(World world, Instant when, Decisions decisions);
}
