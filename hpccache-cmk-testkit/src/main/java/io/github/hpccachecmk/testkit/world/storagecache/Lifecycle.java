package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.AsyncOperation;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Transition;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;

/**
 * A change that a cache or file system makes by itself.
 *
 * @param change which
 * @param subject the resource's canonical id
 */
record Lifecycle(Change change, String subject) implements Transition {

    static World schedule(World world, Change change, String subject, Instant now) {
        return world.schedule(new Lifecycle(change, World.canonical(subject)), now);
    }

    @Override
    public World apply(World world, Instant when, Decisions decisions) {
        return world.resource(subject)
                .filter(resource -> resource.state() instanceof TargetState)
                .map(resource -> apply(world, resource, (TargetState) resource.state(), when, decisions))
                .orElse(world);
    }

    private World apply(World world, Resource resource, TargetState state, Instant when, Decisions decisions) {
        return switch (change) {
            case IDENTITY_APPEARS -> put(world, resource, state.withIdentityVisible());
            case CACHE_ALLOCATED ->
                state.phase() == Phase.ALLOCATING ? put(world, resource, state.with(Phase.DEPLOYING)) : world;
            case KEY_FIRST_TRIED, GRANT_NOTICED -> KeyTrial.run(world, resource, state, when, decisions);
            case AUTHORIZATION_DEADLINE -> KeyTrial.deadline(world, resource, state, when, decisions);
            case CACHE_DEPLOYED ->
                schedule(put(world, resource, state.with(Phase.STARTING_UP)), Change.CACHE_STARTED, subject, when);
            case CACHE_STARTED ->
                schedule(
                        ended(world, resource, state.with(Phase.DEGRADED), when, Doc.empty()),
                        Change.CACHE_HEALTHY,
                        subject,
                        when);
            case CACHE_HEALTHY ->
                state.phase() == Phase.DEGRADED ? put(world, resource, state.with(Phase.HEALTHY)) : world;
            case FILE_SYSTEM_CREATED -> ended(world, resource, state.with(Phase.HEALTHY), when, Doc.empty());
            case RESOURCE_UPDATED -> ended(world, resource, state.withUpdating(false), when, Doc.empty());
            case CACHE_FLUSHED ->
                schedule(ended(world, resource, state, when, SUCCESS), Change.CACHE_HEALTHY_AFTER_FLUSH, subject, when);
            case CACHE_HEALTHY_AFTER_FLUSH ->
                state.phase() == Phase.FLUSHING ? put(world, resource, state.with(Phase.HEALTHY)) : world;
            case CACHE_STOPPED -> ended(world, resource, state.with(Phase.STOPPED), when, SUCCESS);
            case CACHE_RESTARTED -> KeyTrial.restart(world, resource, state, when, decisions);
            case DEBUG_INFO_COLLECTED -> ended(world, resource, state, when, SUCCESS);
            case CACHE_DELETED, FILE_SYSTEM_DELETED ->
                ended(world, resource, state, when, Doc.empty())
                        .cancel(pending -> pending.transition().subject().equals(subject))
                        .without(subject)
                        .withoutPrincipal(state.principalId());
            case LOST_KEY_NOTICED, REGAINED_KEY_NOTICED ->
                KeyTrial.whileRunning(world, resource, state, when, decisions);
            case KEY_AUTO_ROTATED -> AutoRotation.rotate(world, resource, when, decisions);
            default -> world;
        };
    }

    /** Actions say this besides: seen in recorded traffic of Azure/azure-powershell. */
    static final Doc SUCCESS = Doc.of("properties", Doc.of("output", "success"));

    static World put(World world, Resource resource, TargetState state) {
        return world.with(resource.with(state));
    }

    /** The world with the resource in a state and its running operation ended well. */
    static World ended(World world, Resource resource, TargetState state, Instant when, Doc result) {
        World changed = put(world, resource, state.withOperation(""));
        return changed.operation(state.operation())
                .filter(AsyncOperation::isRunning)
                .map(operation -> changed.with(operation.succeed(when, result)))
                .orElse(changed);
    }

    /** The world with the resource failed and its running operation ended badly. */
    static World failed(World world, Resource resource, TargetState state, Instant when, String code, String text) {
        World changed = put(
                        world,
                        resource,
                        state.with(Phase.FAILED).withOperation("").withFailure(text))
                .cancel(pending -> pending.transition().subject().equals(World.canonical(resource.id())));
        return changed.operation(state.operation())
                .filter(AsyncOperation::isRunning)
                .map(operation -> changed.with(operation.fail(when, code, text)))
                .orElse(changed);
    }
}
