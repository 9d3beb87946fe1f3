package io.github.hpccachecmk.testkit.world.platform;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.ResourceState;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.Optional;

/** Subscriptions and resource groups; the REST specification of Microsoft.Resources. */
public final class Groups {
    private Groups() {}

    /** The world with a subscription. */
    public static World withSubscription(World world, String subscription, String tenant) {
        Doc document = Doc.of(
                "subscriptionId", subscription, "tenantId", tenant, "displayName", "FakeAzure", "state", "Enabled");
        return world.with(new Resource("/subscriptions/" + subscription, document, ResourceState.Plain.STATE));
    }

    /** The world with a resource group. */
    public static World withGroup(World world, String subscription, String group, String location) {
        Doc document = Doc.of("location", location, "properties", Doc.of("provisioningState", "Succeeded"));
        return world.with(new Resource(
                "/subscriptions/" + subscription + "/resourceGroups/" + group, document, ResourceState.Plain.STATE));
    }

    static Step subscription(World world, Call call) {
        Doc stored = world.resource(call.id()).map(Resource::document).orElse(Doc.empty());
        return Step.of(world, WireResponse.of(200, Doc.of("id", call.id()).withAll(stored)));
    }

    static Step get(World world, Call call) {
        return world.resource(call.id())
                .map(found -> Step.of(world, WireResponse.of(200, show(found))))
                .orElseGet(() -> Step.of(world, ArmErrors.resourceGroupNotFound(call.param("group"))));
    }

    static Step list(World world, Call call) {
        String prefix = "/subscriptions/" + call.param("subscription");
        List<Doc> groups = world.below(prefix)
                .filter(resource -> resource.id().split("/", -1).length == 5)
                .filter(resource -> Doc.lower(resource.id()).contains("/resourcegroups/"))
                .map(Groups::show)
                .toList();
        return Step.of(world, WireResponse.of(200, Doc.of("value", groups)));
    }

    static Step put(World world, Call call) {
        Optional<String> location = call.body().text("location");
        if (location.isEmpty()) {
            return Step.of(
                    world,
                    ArmErrors.gateway(
                            400, "LocationRequired", "The location property is required for this definition."));
        }
        Optional<Resource> existing = world.resource(call.id());
        if (existing.isPresent()) {
            Resource changed = existing.get()
                    .with(existing.get().document().with("tags", call.body().object("tags")));
            return Step.of(world.with(changed), WireResponse.of(200, show(changed)));
        }
        World next = withGroup(world, call.param("subscription"), call.param("group"), location.get());
        Resource made = next.resource(call.id()).orElseThrow();
        return Step.of(next, WireResponse.of(201, show(made)));
    }

    private static Doc show(Resource group) {
        return Doc.of("id", group.id(), "name", group.name(), "type", "Microsoft.Resources/resourceGroups")
                .withAll(group.document());
    }
}
