package io.github.hpccachecmk.testkit.world;

import java.time.Instant;

/** Begins changes that services make by themselves. */
public final class Effects {
    private Effects() {}

    /** The world in which a change has happened already, when its delay is none, or is to come. */
    public static World begin(World world, Transition transition, Instant now, Decisions decisions) {
        Instant due = world.due(transition.change(), now);
        return due.isAfter(now) ? world.scheduleAt(transition, due) : transition.apply(world, now, decisions);
    }
}
