package io.github.hpccachecmk.testkit.world.platform;

import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Transition;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.util.List;

/**
 * A resource group is gone, and all that was in it; what its kind keeps in a deleted state is kept there.
 *
 * @param subject the canonical id of the group
 * @param operation the operation that deletes it
 */
record GroupDeleted(String subject, String operation) implements Transition {
    @Override
    public Change change() {
        return Change.GROUP_DELETED;
    }

    @Override
    public World apply(World world, Instant when, Decisions decisions) {
        List<Resource> inside = world.below(subject).toList();
        World current = world;
        for (Resource resource : inside) {
            // A resource takes its children along, so that some are gone when their turn comes.
            current = current.resource(resource.id()).isPresent()
                    ? resource.state().deleted(current, resource, when)
                    : current;
        }
        World emptied = current.without(subject)
                .cancel(pending -> pending.transition().subject().startsWith(subject + "/"));
        return emptied.operation(operation)
                .map(running -> emptied.with(running.succeed(when, Doc.empty())))
                .orElse(emptied);
    }
}
