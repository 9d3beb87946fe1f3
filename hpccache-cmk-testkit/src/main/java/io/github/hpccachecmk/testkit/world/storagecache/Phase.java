package io.github.hpccachecmk.testkit.world.storagecache;

/** Where a cache or file system is. A file system goes from DEPLOYING by CONFIGURING to HEALTHY. */
public enum Phase {
    /** The create was accepted. */
    ALLOCATING,
    /** Resources are made; the key has not been tried. */
    DEPLOYING,
    /** The key is not accessible. Caches only. */
    WAITING_FOR_KEY,
    /** The key is accessible, disks are made. */
    CONFIGURING,
    /** Deployed, starts. */
    STARTING_UP,
    /** Runs, not yet healthy. */
    DEGRADED,
    /** Runs. */
    HEALTHY,
    /** Writes its data back. */
    FLUSHING,
    /** Is being stopped. */
    STOPPING,
    /** Stopped. */
    STOPPED,
    /** Is being started again. */
    STARTING,
    /** Could not be started again: the key is not accessible. */
    START_FAILED,
    /** Lost its key while it ran. */
    KEY_LOST,
    /** Is being deleted. */
    DELETING,
    /** Its create failed. */
    FAILED;

    /** Whether the create has not ended. */
    public boolean isCreating() {
        return compareTo(STARTING_UP) <= 0;
    }

    /** Whether it serves data. */
    public boolean isRunning() {
        return this == DEGRADED || this == HEALTHY || this == FLUSHING;
    }
}
