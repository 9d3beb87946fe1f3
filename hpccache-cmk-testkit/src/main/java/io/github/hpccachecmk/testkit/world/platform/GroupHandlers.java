package io.github.hpccachecmk.testkit.world.platform;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Paging;
import io.github.hpccachecmk.testkit.world.Regions;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.ResourceState;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.Optional;

/** Subscriptions, resource groups and subnets, as far as others look at them. */
final class GroupHandlers {
    private static final String GROUP_TYPE = "Microsoft.Resources/resourceGroups";
    private static final int LARGEST_PAGE = 1000;

    private GroupHandlers() {}

    static Step subscription(World world, Call call) {
        String id = call.id();
        Doc stored = world.resource(id).map(Resource::document).orElse(Doc.empty());
        return Step.of(
                world,
                WireResponse.of(
                        200,
                        Doc.of(
                                        "id",
                                        id,
                                        "subscriptionId",
                                        call.param("subscription"),
                                        "tenantId",
                                        world.settings().tenantId(),
                                        "displayName",
                                        "FakeAzure",
                                        "state",
                                        "Enabled")
                                .withAll(stored)));
    }

    static Step get(World world, Call call) {
        return Step.of(
                world,
                world.resource(call.id())
                        .map(group -> WireResponse.of(200, read(group)))
                        .orElseGet(() -> ArmErrors.resourceGroupNotFound(call.param("group"))));
    }

    static Step put(World world, Call call) {
        String location = Regions.plain(call.body().text("location").orElse(""));
        if (location.isEmpty()) {
            return Step.of(
                    world,
                    ArmErrors.gateway(
                            400, "LocationRequired", "The location property is required for this definition."));
        }
        Optional<Resource> existing = world.resource(call.id());
        String actual =
                existing.flatMap(group -> group.document().text("location")).orElse(location);
        if (!actual.equals(location)) {
            return Step.of(
                    world,
                    ArmErrors.gateway(
                            409,
                            "InvalidResourceGroupLocation",
                            "Invalid resource group location '" + location + "'. The Resource group already exists in"
                                    + " location '" + actual + "'."));
        }
        Doc document = Doc.of("location", location, "tags", call.body().object("tags"));
        Resource group = existing.map(before -> before.with(document))
                .orElseGet(() -> new Resource(call.id(), document, ResourceState.Plain.STATE));
        return Step.of(world.with(group), WireResponse.of(existing.isPresent() ? 200 : 201, read(group)));
    }

    /** PATCH: the tags, when any are sent. */
    static Step patch(World world, Call call) {
        Optional<Resource> existing = world.resource(call.id());
        if (existing.isEmpty()) {
            return get(world, call);
        }
        Doc before = existing.get().document();
        Resource changed = existing.get()
                .with(call.body().has("tags") ? before.with("tags", call.body().object("tags")) : before);
        return Step.of(world.with(changed), WireResponse.of(200, read(changed)));
    }

    static Step list(World world, Call call) {
        String prefix = World.canonical("/subscriptions/" + call.param("subscription") + "/resourceGroups") + "/";
        List<Doc> groups = world.below("/subscriptions/" + call.param("subscription"))
                .filter(resource -> World.canonical(resource.id()).startsWith(prefix)
                        && resource.id().indexOf('/', prefix.length()) < 0)
                .map(GroupHandlers::read)
                .toList();
        return Step.of(world, Paging.page(call, groups, "$top", LARGEST_PAGE));
    }

    static Step subnet(World world, Call call) {
        return Step.of(
                world,
                world.resource(call.id())
                        .map(subnet -> WireResponse.of(200, readSubnet(subnet)))
                        .orElseGet(() -> ArmErrors.of(404, "NotFound", "Resource " + call.id() + " not found.")));
    }

    private static Doc read(Resource group) {
        return Doc.of("id", group.id(), "name", group.name(), "type", GROUP_TYPE)
                .withAll(group.document())
                .withAt(
                        Places.GROUP_STATE,
                        group.document().text(Places.GROUP_STATE).orElse("Succeeded"));
    }

    private static Doc readSubnet(Resource subnet) {
        return Doc.of(
                        "name", subnet.name(),
                        "id", subnet.id(),
                        "type", "Microsoft.Network/virtualNetworks/subnets")
                .withAll(subnet.document())
                .withAt("properties.provisioningState", "Succeeded");
    }
}
