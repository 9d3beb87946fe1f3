package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.DirectoryPrincipal;
import io.github.hpccachecmk.testkit.world.Transition;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;

/**
 * A new principal is known to the whole directory.
 *
 * @param subject its object id
 */
public record PrincipalReplicated(String subject) implements Transition {
    /** The world with a new service principal that replicates from now on. */
    public static World begin(World world, String objectId, Instant now) {
        return world.with(new DirectoryPrincipal(objectId, "ServicePrincipal", false))
                .schedule(new PrincipalReplicated(objectId), now);
    }

    @Override
    public Change change() {
        return Change.PRINCIPAL_REPLICATES;
    }

    @Override
    public World apply(World world, Instant when, Decisions decisions) {
        return world.principal(subject)
                .map(found -> world.with(found.replicated()))
                .orElse(world);
    }
}
