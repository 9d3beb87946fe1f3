package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Paging;
import io.github.hpccachecmk.testkit.world.Regions;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.SystemData;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.Optional;

/** User-assigned identities. */
final class IdentityHandlers {
    static final String TYPE = "Microsoft.ManagedIdentity/userAssignedIdentities";

    private static final String ISOLATION_SINCE = "2024-11-30";
    private static final int LARGEST_PAGE = 1000;

    private IdentityHandlers() {}

    /** An identity that was deleted and is made again gets another principal. */
    static Step put(World world, Call call) {
        if (!call.body().has("location")) {
            return Step.of(
                    world,
                    ArmErrors.of(400, "LocationRequired", "The location property is required for this definition."));
        }
        Optional<Resource> existing = world.resource(call.id());
        if (existing.isPresent()) {
            Resource changed = existing.get()
                    .with(existing.get()
                            .document()
                            .with("tags", call.body().object("tags"))
                            .with(
                                    "systemData",
                                    SystemData.modified(
                                            existing.get().document().object("systemData"), call)));
            return Step.of(world.with(changed), WireResponse.of(200, read(world, call, changed)));
        }
        World next = world.next();
        IdentityState state = new IdentityState(next.guid("principal"), next.guid("client"));
        Doc document = Doc.of(
                "location",
                Regions.plain(call.body().text("location").orElse("")),
                "tags",
                call.body().object("tags"),
                "systemData",
                SystemData.created(call));
        Resource identity = new Resource(call.id(), document, state);
        World made = PrincipalReplicated.begin(next.with(identity), state.principalId(), call.now());
        return Step.of(
                made, WireResponse.of(201, read(world, call, identity)).withHeader("Location", shownId(identity)));
    }

    /** PATCH: tags are all that can be changed. */
    static Step patch(World world, Call call) {
        Optional<Resource> existing = world.resource(call.id());
        if (existing.isEmpty()) {
            return get(world, call);
        }
        Doc before = existing.get().document();
        Doc after = call.body().has("tags")
                ? before.with("tags", call.body().object("tags"))
                        .with("systemData", SystemData.modified(before.object("systemData"), call))
                : before;
        Resource changed = existing.get().with(after);
        return Step.of(world.with(changed), WireResponse.of(200, read(world, call, changed)));
    }

    static Step get(World world, Call call) {
        return Step.of(
                world,
                world.resource(call.id())
                        .map(identity -> WireResponse.of(200, read(world, call, identity)))
                        .orElseGet(() -> ArmErrors.resourceNotFound(TYPE, call.param("name"), call.param("group"))));
    }

    static Step listByGroup(World world, Call call) {
        return list(
                world, call, "/subscriptions/" + call.param("subscription") + "/resourceGroups/" + call.param("group"));
    }

    static Step listBySubscription(World world, Call call) {
        return list(world, call, "/subscriptions/" + call.param("subscription"));
    }

    private static Step list(World world, Call call, String scope) {
        List<Doc> identities = world.below(scope, TYPE)
                .map(identity -> read(world, call, identity))
                .toList();
        return Step.of(world, Paging.page(call, identities, "$top", LARGEST_PAGE));
    }

    /** The principal goes with its identity; role assignments to it stay. */
    static Step delete(World world, Call call) {
        Optional<IdentityState> identity = world.state(call.id(), IdentityState.class);
        return identity.isPresent()
                ? Step.of(
                        world.without(call.id()).withoutPrincipal(identity.get().principalId()),
                        WireResponse.empty(200))
                : Step.of(world, WireResponse.empty(204));
    }

    private static Doc read(World world, Call call, Resource identity) {
        return read(world, identity, call.apiVersion().compareTo(ISOLATION_SINCE) >= 0);
    }

    static Doc read(World world, Resource identity, boolean tellsIsolation) {
        Doc properties = Doc.empty();
        if (tellsIsolation) {
            properties = properties.with("isolationScope", "None");
        }
        if (identity.state() instanceof IdentityState state) {
            properties = properties
                    .with("tenantId", world.settings().tenantId())
                    .with("principalId", state.principalId())
                    .with("clientId", state.clientId());
        }
        return Doc.of(
                        "id", shownId(identity),
                        "name", identity.name(),
                        "type", TYPE)
                .withAll(identity.document())
                .with("properties", properties);
    }

    /** With lower-case {@code resourcegroups}: seen in recorded traffic of the amlfs CLI extension, 2026. */
    private static String shownId(Resource identity) {
        return identity.id().replace("/resourceGroups/", "/resourcegroups/");
    }
}
