package io.github.hpccachecmk.testkit.world;

import java.time.Instant;

/** Marks the behaviour state of a kind of resource: an immutable value, usually a record. */
public interface ResourceState {
    /** For resources without behaviour. */
    enum Plain implements ResourceState {
        /** The only state. */
        STATE
    }

    /**
     * The world after a resource with this state went with its group: without it, unless its kind keeps what is deleted.
     */
    default World deleted(World world, Resource resource, Instant when) {
        return world.without(resource.id());
    }
}
