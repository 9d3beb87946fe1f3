package io.github.hpccachecmk.testkit.world;

import java.util.stream.Stream;

/** The rights that role assignments in a world give a caller. */
@FunctionalInterface
public interface AssignedRights {
    /** The rights; the decisions learn which inferred behaviours gave or kept them. */
    Stream<RightGrant> of(World world, Caller caller, Decisions decisions);
}
