package io.github.hpccachecmk.testkit.world.platform;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.ResourceState;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;

/** Subnets: the REST specification of Microsoft.Network. */
public final class Subnets {
    private Subnets() {}

    /** The world with a subnet. */
    public static World with(World world, String id, String prefix) {
        Doc properties = Doc.of("addressPrefix", prefix, "provisioningState", "Succeeded");
        return world.with(new Resource(id, Doc.of("properties", properties), ResourceState.Plain.STATE));
    }

    static Step get(World world, Call call) {
        return world.resource(call.id())
                .map(found -> Step.of(world, WireResponse.of(200, show(found))))
                .orElseGet(() -> Step.of(
                        world,
                        ArmErrors.resourceNotFound(
                                "Microsoft.Network/virtualNetworks",
                                call.param("network") + "/subnets/" + call.param("subnet"),
                                call.param("group"))));
    }

    private static Doc show(Resource subnet) {
        return Doc.of(
                        "id", subnet.id(),
                        "name", subnet.name(),
                        "type", "Microsoft.Network/virtualNetworks/subnets")
                .withAll(subnet.document());
    }
}
