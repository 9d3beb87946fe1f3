package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.ResourceState;
import java.time.Instant;
import java.util.List;

/**
 * A vault in deleted state.
 *
 * @param vault what it was, and what it will be once recovered
 * @param contents its keys, deleted ones too; role assignments do not come back
 * @param deletedAt when it was deleted
 * @param scheduledPurge when it goes for good
 */
public record DeletedVaultState(Resource vault, List<Resource> contents, Instant deletedAt, Instant scheduledPurge)
        implements ResourceState {
    /** Copies the list. */
    public DeletedVaultState {
        contents = List.copyOf(contents);
    }
}
