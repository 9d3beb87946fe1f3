package io.github.hpccachecmk.testkit.world.access;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Paging;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.ResourceState;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.SystemData;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.Optional;

/** Management locks. What they forbid is checked for every call, in one place. */
final class LockHandlers {
    private static final String TYPE = "Microsoft.Authorization/locks";
    private static final String SEGMENT = "/providers/microsoft.authorization/locks/";
    private static final int LARGEST_PAGE = 1000;

    private LockHandlers() {}

    static Step put(World world, Call call) {
        Optional<String> level = call.body()
                .text("properties.level")
                .filter(asked -> List.of("CanNotDelete", "ReadOnly").contains(asked));
        if (level.isEmpty()) {
            return Step.of(
                    world,
                    ArmErrors.of(400, "LockLevelNotSupported", "The lock level must be 'CanNotDelete' or 'ReadOnly'."));
        }
        Doc properties = Doc.of("level", level.get());
        Optional<String> notes = call.body().text("properties.notes");
        if (notes.isPresent()) {
            properties = properties.with("notes", notes.get());
        }
        Optional<Resource> existing = world.resource(call.id());
        Doc document = Doc.of(
                "properties",
                properties,
                "systemData",
                existing.map(lock -> SystemData.modified(lock.document().object("systemData"), call))
                        .orElseGet(() -> SystemData.created(call)));
        Resource lock = new Resource(call.id(), document, ResourceState.Plain.STATE);
        return Step.of(world.with(lock), WireResponse.of(existing.isPresent() ? 200 : 201, read(lock)));
    }

    static Step get(World world, Call call) {
        return Step.of(
                world,
                world.resource(call.id())
                        .map(lock -> WireResponse.of(200, read(lock)))
                        .orElseGet(() -> ArmErrors.of(
                                404, "LockNotFound", "The lock '" + call.param("name") + "' could not be found.")));
    }

    static Step delete(World world, Call call) {
        return Step.of(world.without(call.id()), WireResponse.empty(world.exists(call.id()) ? 200 : 204));
    }

    /** At, above and below the scope; with {@code atScope()} not below. */
    static Step list(World world, Call call) {
        boolean atScope = call.request().parameter("$filter").orElse("").equalsIgnoreCase("atScope()");
        List<Doc> locks = world.resources(ResourceState.Plain.class)
                .filter(lock -> World.canonical(lock.id()).contains(SEGMENT))
                .filter(lock -> RightGrant.covers(scope(lock), call.param("scope"))
                        || (!atScope && RightGrant.covers(call.param("scope"), scope(lock))))
                .map(LockHandlers::read)
                .toList();
        return Step.of(world, Paging.page(call, locks, "$top", LARGEST_PAGE));
    }

    private static String scope(Resource lock) {
        return lock.id().substring(0, World.canonical(lock.id()).lastIndexOf(SEGMENT));
    }

    private static Doc read(Resource lock) {
        return Doc.of("id", lock.id(), "name", lock.name(), "type", TYPE).withAll(lock.document());
    }
}
