package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;

/** Sees what a pass sends, and what it is told that is not so. */
interface Watcher {
    /** A read of this pass was answered with what is not so: nobody can tell, so some promises are suspended. */
    void liedTo(Strike lie);

    /** A write was sent; {@code after} is the world that it makes of {@code before}, whatever became of it. */
    void write(WireRequest call, String operation, World before, World after, Instant now);
}
