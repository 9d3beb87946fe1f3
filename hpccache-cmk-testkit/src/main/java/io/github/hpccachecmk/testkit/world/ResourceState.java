package io.github.hpccachecmk.testkit.world;

/** Marks the behaviour state of a kind of resource: an immutable value, usually a record. */
public interface ResourceState {
    /** For resources without behaviour. */
    enum Plain implements ResourceState {
        /** The only state. */
        STATE
    }
}
