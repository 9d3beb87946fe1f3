package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Transition;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;

/**
 * A new vault's host name resolves.
 *
 * @param subject the canonical id of the vault
 */
public record VaultRegistered(String subject) implements Transition {
    @Override
    public Change change() {
        return Change.VAULT_REGISTERED;
    }

    @Override
    public World apply(World world, Instant when, Decisions decisions) {
        return world.update(
                subject, vault -> vault.with(vault.document().withAt("properties.provisioningState", "Succeeded")));
    }
}
