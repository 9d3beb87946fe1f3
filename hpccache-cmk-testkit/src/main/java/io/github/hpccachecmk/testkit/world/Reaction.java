package io.github.hpccachecmk.testkit.world;

import java.time.Instant;

/** What services do by themselves once the world has changed, for example notice a grant. Level-triggered and idempotent. */
@FunctionalInterface
public interface Reaction {
    /** The world after the reaction; the same world when nothing is to be done. */
    World react(World world, Instant now, Decisions decisions);
}
