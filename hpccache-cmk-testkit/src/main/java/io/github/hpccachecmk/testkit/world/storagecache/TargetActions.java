package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.AsyncOperation;
import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.Optional;
import java.util.Set;

/**
 * DELETE and the actions of a cache: 202 with both operation headers and an empty body, 204 for a start of a running
 * cache; as seen in recorded traffic of Azure/azure-powershell. What an action in the wrong state is answered is inferred.
 */
final class TargetActions {
    private TargetActions() {}

    /** Accepted at any time, also while the resource is being created: seen in recorded traffic. */
    static Step delete(Kind kind, World world, Call call) {
        Optional<Resource> found = world.resource(call.target());
        if (found.isEmpty()) {
            return Step.of(world, WireResponse.empty(204));
        }
        TargetState state = (TargetState) found.get().state();
        if (state.phase() == Phase.DELETING) {
            return Step.of(world, accepted(call, found.get(), state.operation()));
        }
        World cleared = world.operation(state.operation())
                .filter(AsyncOperation::isRunning)
                .map(running -> world.with(
                        call.on(world, Behaviour.DELETE_FAILS_RUNNING_OPERATION)
                                ? running.fail(call.now(), "OperationPreempted", "The resource is being deleted.")
                                : running.cancel(call.now())))
                .orElse(world)
                .cancel(pending -> pending.transition().subject().equals(World.canonical(call.target())));
        return begin(cleared, call, found.get(), Phase.DELETING, kind.deletedChange());
    }

    static Step stop(World world, Call call) {
        return act(
                world,
                call,
                Set.of(Phase.HEALTHY, Phase.DEGRADED, Phase.FLUSHING, Phase.KEY_LOST),
                Phase.STOPPING,
                Change.CACHE_STOPPED);
    }

    static Step start(World world, Call call) {
        boolean isRunning = world.state(call.target(), TargetState.class)
                .filter(state -> state.phase().isRunning())
                .isPresent();
        return isRunning
                ? Step.of(world, WireResponse.empty(204))
                : act(
                        world,
                        call,
                        Set.of(Phase.STOPPED, Phase.START_FAILED, Phase.STOPPING),
                        Phase.STARTING,
                        Change.CACHE_RESTARTED);
    }

    static Step flush(World world, Call call) {
        return act(world, call, Set.of(Phase.HEALTHY, Phase.DEGRADED), Phase.FLUSHING, Change.CACHE_FLUSHED);
    }

    static Step debugInfo(World world, Call call) {
        Phase phase = world.state(call.target(), TargetState.class)
                .map(TargetState::phase)
                .orElse(Phase.HEALTHY);
        return act(world, call, Set.of(phase), phase, Change.DEBUG_INFO_COLLECTED);
    }

    /** No firmware is ever waiting here, so there is nothing to do: 204 by the REST specification. */
    static Step upgrade(World world, Call call) {
        return Step.of(
                world, world.exists(call.target()) ? WireResponse.empty(204) : ReadTargets.notFound(Kind.CACHE, call));
    }

    /** archive and cancelArchive: 200, empty, no operation; seen in recorded traffic of Azure/azure-powershell. */
    static Step archive(World world, Call call) {
        Optional<Resource> found = world.resource(call.target());
        if (found.isEmpty()) {
            return Step.of(world, ReadTargets.notFound(Kind.FILE_SYSTEM, call));
        }
        boolean hasContainer = found.get().document().has("properties.hsm.settings.container");
        return Step.of(
                world,
                hasContainer || !call.on(world, Behaviour.ACTION_IN_WRONG_STATE_REFUSED)
                        ? WireResponse.empty(200)
                        : ArmErrors.of(
                                409,
                                "Conflict",
                                "The file system '" + call.target() + "' has no blob container to archive to."));
    }

    private static Step act(World world, Call call, Set<Phase> from, Phase to, Change end) {
        Optional<Resource> found = world.resource(call.target());
        if (found.isEmpty()) {
            return Step.of(world, ReadTargets.notFound(Kind.CACHE, call));
        }
        TargetState state = (TargetState) found.get().state();
        if (!from.contains(state.phase()) && !call.on(world, Behaviour.ACTION_IN_WRONG_STATE_REFUSED)) {
            return Step.of(world, WireResponse.empty(204));
        }
        if (!from.contains(state.phase())) {
            return Step.of(
                    world,
                    ArmErrors.of(
                            409,
                            "Conflict",
                            "The cache '" + call.target() + "' is in a state that does not allow this operation."));
        }
        // A stop can be overtaken by a start, as in recorded traffic: what was to come does not come any more.
        String subject = World.canonical(call.target());
        World cleared = world.cancel(Change.CACHE_STOPPED, subject)
                .cancel(Change.CACHE_HEALTHY, subject)
                .cancel(Change.CACHE_HEALTHY_AFTER_FLUSH, subject);
        return begin(cleared, call, found.get(), to, end);
    }

    private static Step begin(World world, Call call, Resource resource, Phase phase, Change end) {
        TargetState state = ((TargetState) resource.state()).with(phase).withOperation(call.requestId());
        World next = world.next()
                .with(resource.with(state))
                .with(AsyncOperation.begin(call.requestId(), World.canonical(call.target()), call.now()));
        return Step.of(
                Lifecycle.schedule(next, end, call.target(), call.now()), accepted(call, resource, call.requestId()));
    }

    private static WireResponse accepted(Call call, Resource resource, String operation) {
        return OperationUrls.withBothHeaders(
                WireResponse.empty(202),
                call,
                resource.document().text("location").orElse(""),
                operation);
    }
}
