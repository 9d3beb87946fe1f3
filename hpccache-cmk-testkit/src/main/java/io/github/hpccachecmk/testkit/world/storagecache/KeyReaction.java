package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Reaction;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.storagecache.KeyAccess.Verdict;
import io.github.hpccachecmk.testkit.world.vault.KeyState;
import io.github.hpccachecmk.testkit.world.vault.KeyVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How resources notice what happens to their vaults, keys and grants: nobody tells them. */
final class KeyReaction implements Reaction {
    @Override
    public World react(World world, Instant now, Decisions decisions) {
        List<Resource> encrypted = world.resources(TargetState.class)
                .filter(resource -> Encryption.keyUrl(resource.document()).isPresent())
                .toList();
        World current = world;
        for (Resource resource : encrypted) {
            current = watchDates(current, resource, now);
            current = watchAccess(current, resource, (TargetState) resource.state(), now, decisions);
            current = watchVersions(current, resource, (TargetState) resource.state(), now);
        }
        return current;
    }

    private static World watchAccess(
            World world, Resource resource, TargetState state, Instant now, Decisions decisions) {
        boolean isWaiting = state.phase() == Phase.WAITING_FOR_KEY;
        boolean isRunning = state.phase().isRunning();
        boolean isLost = state.phase() == Phase.KEY_LOST;
        if (!isWaiting && !isRunning && !isLost) {
            return world;
        }
        String subject = World.canonical(resource.id());
        boolean isAccessible = KeyAccess.of(world, resource, now, decisions) == Verdict.ACCESSIBLE;
        if (isWaiting) {
            return isAccessible && decisions.on(world, Behaviour.CACHE_NOTICES_GRANT)
                    ? scheduleOnce(world, Change.GRANT_NOTICED, subject, now)
                    : world.cancel(Change.GRANT_NOTICED, subject);
        }
        Change coming = isRunning ? Change.LOST_KEY_NOTICED : Change.REGAINED_KEY_NOTICED;
        return isRunning == isAccessible ? world.cancel(coming, subject) : scheduleOnce(world, coming, subject, now);
    }

    private static World watchVersions(World world, Resource resource, TargetState state, Instant now) {
        return state.phase().isRunning() && AutoRotation.newer(world, resource).isPresent()
                ? scheduleOnce(world, Change.KEY_AUTO_ROTATED, World.canonical(resource.id()), now)
                : world;
    }

    /** Dates pass without any call: each is a change to come, so that access is looked at again then. */
    private static World watchDates(World world, Resource resource, Instant now) {
        Optional<KeyReference> reference =
                Encryption.keyUrl(resource.document()).flatMap(KeyReference::parse);
        Optional<KeyVersion> version = reference.flatMap(key -> key.vault(world)
                .flatMap(vault -> world.state(vault.id() + "/keys/" + key.keyName(), KeyState.class))
                .flatMap(state -> state.version(key.version())));
        List<Instant> dates = version.stream()
                .flatMap(found -> Stream.concat(found.notBefore().stream(), found.expires().stream()))
                .filter(date -> date.isAfter(now))
                .toList();
        World current = world;
        for (Instant date : dates) {
            Lifecycle reached = new Lifecycle(Change.KEY_DATE_REACHED, World.canonical(resource.id()));
            boolean isKnown = current.pending(Change.KEY_DATE_REACHED, reached.subject())
                    .anyMatch(pending -> pending.due().equals(date));
            current = isKnown ? current : current.scheduleAt(reached, date);
        }
        return current;
    }

    private static World scheduleOnce(World world, Change change, String subject, Instant now) {
        return world.pending(change, subject).findAny().isPresent()
                ? world
                : Lifecycle.schedule(world, change, subject, now);
    }
}
