package io.github.hpccachecmk.testkit;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.ResourceState;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;

/** Changes of the world that scripts make. */
final class Scripted {
    private static final String LOCKS = "/providers/Microsoft.Authorization/locks/";

    private Scripted() {}

    static World lock(World world, String scope, String level) {
        if (!List.of("ReadOnly", "CanNotDelete").contains(level)) {
            throw new IllegalArgumentException("A lock of level '" + level + "'; legal are ReadOnly and CanNotDelete");
        }
        Doc document = Doc.of("properties", Doc.of("level", level));
        return world.with(new Resource(scope + LOCKS + "scripted-" + level, document, ResourceState.Plain.STATE));
    }

    static World unlock(World world, String scope) {
        World current = world;
        for (Resource resource :
                world.below(scope + "/providers/Microsoft.Authorization/locks").toList()) {
            current = current.without(resource.id());
        }
        return current;
    }
}
