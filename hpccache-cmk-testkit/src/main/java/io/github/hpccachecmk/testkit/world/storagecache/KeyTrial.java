package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.storagecache.KeyAccess.Verdict;
import java.time.Instant;

/**
 * What a resource does once it has tried its key. The 90 minutes, and that a cache waits where a file system fails, are
 * from Microsoft's articles; codes and texts of the failures are inferred.
 */
final class KeyTrial {
    private KeyTrial() {}

    /** The first try of a create, or the one after a grant. */
    static World run(World world, Resource resource, TargetState state, Instant when, Decisions decisions) {
        if (state.phase().compareTo(Phase.WAITING_FOR_KEY) > 0) {
            return world;
        }
        Verdict verdict = KeyAccess.of(world, resource, when, decisions);
        if (verdict == Verdict.ACCESSIBLE) {
            return configure(world, resource, state, when);
        }
        boolean mayWait = state.kind() == Kind.CACHE
                && (!state.principalId().isEmpty() || decisions.on(world, Behaviour.USER_ASSIGNED_CACHE_WAITS));
        if (!mayWait) {
            return Lifecycle.failed(world, resource, state, when, code(verdict), text(verdict, resource));
        }
        TargetState waiting = state.with(Phase.WAITING_FOR_KEY);
        return decisions.on(world, Behaviour.CREATE_OPERATION_WAITS_FOR_GRANT)
                ? Lifecycle.put(world, resource, waiting)
                : Lifecycle.ended(world, resource, waiting, when, Doc.empty());
    }

    private static World configure(World world, Resource resource, TargetState state, Instant when) {
        String subject = World.canonical(resource.id());
        World next = Lifecycle.put(world, resource, state.with(Phase.CONFIGURING))
                .cancel(Change.AUTHORIZATION_DEADLINE, subject);
        Change coming = state.kind() == Kind.CACHE ? Change.CACHE_DEPLOYED : Change.FILE_SYSTEM_CREATED;
        return Lifecycle.schedule(next, coming, subject, when);
    }

    /** The 90 minutes are over. */
    static World deadline(World world, Resource resource, TargetState state, Instant when, Decisions decisions) {
        if (state.phase().compareTo(Phase.WAITING_FOR_KEY) > 0
                || KeyAccess.of(world, resource, when, decisions) == Verdict.ACCESSIBLE) {
            return world;
        }
        boolean isOwnText = decisions.on(world, Behaviour.AUTHORIZATION_DEADLINE_TEXT);
        return Lifecycle.failed(
                world,
                resource,
                state,
                when,
                isOwnText ? "AuthorizationTimeout" : "AscInternalError",
                isOwnText
                        ? "The cache was not given access to its encryption key in time. It has to be re-created."
                        : "Error encountered deploying the cache.");
    }

    /** A stopped cache starts: it needs its key. */
    static World restart(World world, Resource resource, TargetState state, Instant when, Decisions decisions) {
        if (KeyAccess.of(world, resource, when, decisions) == Verdict.ACCESSIBLE
                || !decisions.on(world, Behaviour.START_NEEDS_KEY)) {
            return Lifecycle.ended(world, resource, state.with(Phase.HEALTHY), when, Lifecycle.SUCCESS);
        }
        return Lifecycle.ended(world, resource, state.with(Phase.START_FAILED), when, Lifecycle.SUCCESS);
    }

    /** A running resource has been without its key, or has it again, for a while. */
    static World whileRunning(World world, Resource resource, TargetState state, Instant when, Decisions decisions) {
        boolean isAccessible = KeyAccess.of(world, resource, when, decisions) == Verdict.ACCESSIBLE;
        if (!isAccessible && state.phase().isRunning() && decisions.on(world, Behaviour.LOST_KEY_STOPS_RESOURCE)) {
            return Lifecycle.put(world, resource, state.with(Phase.KEY_LOST));
        }
        return isAccessible && state.phase() == Phase.KEY_LOST
                ? Lifecycle.put(world, resource, state.with(Phase.HEALTHY))
                : world;
    }

    static String code(Verdict verdict) {
        return switch (verdict) {
            case VAULT_MISSING, KEY_MISSING -> "KeyVaultKeyNotFound";
            case KEY_UNSUITABLE -> "InvalidParameter";
            default -> "KeyVaultAccessForbidden";
        };
    }

    static String text(Verdict verdict, Resource resource) {
        return text(verdict, Encryption.keyUrl(resource.document()).orElse(""));
    }

    static String text(Verdict verdict, String keyUrl) {
        return switch (verdict) {
            case ACCESSIBLE -> "";
            case VAULT_MISSING, KEY_MISSING -> "The key '" + keyUrl + "' was not found.";
            case VAULT_UNPROTECTED ->
                "The vault of the key '" + keyUrl + "' must have soft delete and purge protection enabled.";
            case VAULT_UNREACHABLE -> "The vault of the key '" + keyUrl + "' cannot be reached by trusted services.";
            case KEY_UNSUITABLE -> "The key '" + keyUrl + "' must be an RSA key of 2048 bits.";
            case KEY_DISABLED -> "The key '" + keyUrl + "' is disabled.";
            case KEY_NOT_YET_VALID -> "The key '" + keyUrl + "' is not valid yet.";
            case KEY_EXPIRED -> "The key '" + keyUrl + "' has expired.";
            case NOT_GRANTED ->
                "Access to the key '" + keyUrl
                        + "' is forbidden. Please grant get, wrap and unwrap key permissions to the identity.";
        };
    }
}
