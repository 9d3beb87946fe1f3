package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Transition;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;

/**
 * A role assignment becomes what services see.
 *
 * @param subject the canonical id of the assignment
 */
public record RoleEffective(String subject) implements Transition {
    @Override
    public Change change() {
        return Change.ROLE_EFFECTIVE;
    }

    @Override
    public World apply(World world, Instant when, Decisions decisions) {
        return world.update(
                subject,
                assignment -> assignment.state() instanceof RoleAssignmentState state
                        ? assignment.with(state.effective())
                        : assignment);
    }
}
