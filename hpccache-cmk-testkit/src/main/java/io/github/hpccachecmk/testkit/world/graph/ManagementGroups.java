package io.github.hpccachecmk.testkit.world.graph;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.ResourceState;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.Optional;

/** Management groups, put into a world by a script: names for subscriptions, and nothing more. */
public final class ManagementGroups {
    private static final String MEMBER = "subscriptions";

    private ManagementGroups() {}

    /** The world with a management group above subscriptions. */
    public static World with(World world, String name, List<String> subscriptions) {
        return world.with(new Resource(id(name), Doc.of(MEMBER, subscriptions), ResourceState.Plain.STATE));
    }

    /** The subscriptions below a management group; empty when there is no such group. */
    static Optional<List<String>> subscriptions(World world, String name) {
        return world.resource(id(name)).map(group -> group.document().texts(MEMBER));
    }

    private static String id(String name) {
        return "/providers/Microsoft.Management/managementGroups/" + name;
    }
}
