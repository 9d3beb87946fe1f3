package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.access.PrincipalReplicated;
import java.time.Instant;
import java.util.function.BiFunction;

/** Caches and file systems without a call: looked at for assertions, changed by scripts. */
public final class Targets {
    private static final String NEWEST_VERSION = "2026-01-01";

    private Targets() {}

    /** What a GET shows; empty when there is no such resource. */
    public static Doc shown(World world, String id) {
        return shown(world, id, new Decisions());
    }

    /** The same; the decisions learn which inferred behaviours decided. */
    public static Doc shown(World world, String id, Decisions decisions) {
        return world.resource(id)
                .filter(resource -> resource.state() instanceof TargetState)
                .map(resource -> new TargetView(world, NEWEST_VERSION, decisions)
                        .show(resource, resource.id().split("/", -1)[4]))
                .orElse(Doc.empty());
    }

    /** The world in which the service has failed a resource, whatever it was doing; its operation tells code and text. */
    public static World failed(World world, String id, Instant now, String code, String text) {
        return change(world, id, (resource, state) -> Lifecycle.failed(world, resource, state, now, code, text));
    }

    /** The world in which a resource's system-assigned identity has another principal: after a move between tenants, say. */
    public static World withOtherPrincipal(World world, String id, Instant now) {
        return change(world, id, (resource, state) -> {
            World next = world.next();
            String principal = next.guid("another principal of " + World.canonical(id));
            return PrincipalReplicated.begin(next.with(resource.with(state.withPrincipal(principal))), principal, now);
        });
    }

    /** The world without a resource, at once and with nothing more to come. */
    public static World vanished(World world, String id) {
        return world.cancel(pending -> pending.transition().subject().equals(World.canonical(id)))
                .without(id);
    }

    private static World change(World world, String id, BiFunction<Resource, TargetState, World> change) {
        return world.resource(id)
                .filter(resource -> resource.state() instanceof TargetState)
                .map(resource -> change.apply(resource, (TargetState) resource.state()))
                .orElseThrow(() -> new IllegalArgumentException("There is no cache or file system " + id));
    }
}
