package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Transition;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;

/**
 * A deleted vault is gone for good and its name is free.
 *
 * @param subject the canonical id of the deleted vault
 * @param operation the operation that purges it
 */
record VaultPurged(String subject, String operation) implements Transition {
    @Override
    public Change change() {
        return Change.VAULT_PURGED;
    }

    @Override
    public World apply(World world, Instant when, Decisions decisions) {
        World gone = world.without(subject);
        return gone.operation(operation)
                .map(running -> gone.with(running.succeed(when, Doc.empty())))
                .orElse(gone);
    }
}
