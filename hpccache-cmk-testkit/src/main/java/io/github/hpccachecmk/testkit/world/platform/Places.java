package io.github.hpccachecmk.testkit.world.platform;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.ResourceState;
import io.github.hpccachecmk.testkit.world.World;

/** What others live in, put into a world by a script. */
public final class Places {
    /** Where a group's document says that it is being deleted. */
    public static final String GROUP_STATE = "properties.provisioningState";

    /** What it says then. */
    public static final String DELETING = "Deleting";

    private Places() {}

    /** The world with a subscription. */
    public static World subscription(World world, String subscription) {
        return plain(world, "/subscriptions/" + subscription, Doc.empty());
    }

    /** The world with a resource group. */
    public static World group(World world, String subscription, String group, String location) {
        return plain(
                world, "/subscriptions/" + subscription + "/resourceGroups/" + group, Doc.of("location", location));
    }

    /** The world with a subnet. */
    public static World subnet(World world, String id, String addressPrefix) {
        return plain(world, id, Doc.of("properties", Doc.of("addressPrefix", addressPrefix)));
    }

    /** The world with a provider registered in a subscription or not. */
    public static World provider(World world, String subscription, String namespace, boolean registered) {
        return plain(
                world,
                "/subscriptions/" + subscription + "/providers/" + namespace,
                Doc.of("registrationState", registered ? "Registered" : "NotRegistered"));
    }

    private static World plain(World world, String id, Doc document) {
        return world.with(new Resource(id, document, ResourceState.Plain.STATE));
    }
}
