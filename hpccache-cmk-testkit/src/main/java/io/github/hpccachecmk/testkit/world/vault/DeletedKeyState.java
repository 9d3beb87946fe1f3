package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.ResourceState;
import java.time.Instant;

/**
 * A key in deleted state.
 *
 * @param key what it was, and what it will be once recovered
 * @param deletedAt when it was deleted
 * @param scheduledPurge when it goes for good
 */
public record DeletedKeyState(Resource key, Instant deletedAt, Instant scheduledPurge) implements ResourceState {
    /** The key's own state. */
    KeyState state() {
        return (KeyState) key.state();
    }
}
