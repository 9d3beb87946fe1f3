package io.github.hpccachecmk.testkit.world;

import java.util.Optional;
import java.util.Set;

/**
 * What came of a call.
 *
 * @param world the world after it
 * @param response the answer
 * @param route the row of the table that served it; empty when none did
 * @param decidedBy the inferred behaviours that decided something on the way
 */
public record Step(World world, WireResponse response, Optional<Route> route, Set<Behaviour> decidedBy) {
    /** What a handler returns; the kernel adds the rest. */
    public static Step of(World world, WireResponse response) {
        return new Step(world, response, Optional.empty(), Set.of());
    }
}
