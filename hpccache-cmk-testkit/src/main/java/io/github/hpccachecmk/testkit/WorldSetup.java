package io.github.hpccachecmk.testkit;

import io.github.hpccachecmk.testkit.world.Caller;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.Settings;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.platform.Places;
import java.util.List;
import java.util.Locale;

/** The world that a new FakeAzure begins with. */
final class WorldSetup {
    private WorldSetup() {}

    static String subscription(long seed) {
        return String.format(Locale.ROOT, "fa4e0000-5b5c-4000-8000-%012x", seed & 0xffff_ffff_ffffL);
    }

    static World world(long seed) {
        Settings settings = Settings.usual(seed);
        String subscription = subscription(seed);
        World world = Places.subscription(World.empty(settings), subscription);
        world = Places.group(world, subscription, FakeAzure.DEFAULT_GROUP, FakeAzure.DEFAULT_LOCATION);
        world = Places.subnet(world, subnet(subscription, FakeAzure.DEFAULT_GROUP, "cache"), "10.3.0.0/24");
        return world.with(owner(settings));
    }

    static String subnet(String subscription, String group, String name) {
        return "/subscriptions/" + subscription + "/resourceGroups/" + group
                + "/providers/Microsoft.Network/virtualNetworks/render-net/subnets/" + name;
    }

    private static Caller owner(Settings settings) {
        String objectId = "fa4e0000-0b1d-4000-8000-000000000001";
        return new Caller(FakeAzure.OWNER, objectId, settings.tenantId(), List.of(RightGrant.actions("/", "*")));
    }
}
