package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.util.Optional;

/** Finds vaults and keys in a world. */
public final class Vaults {
    private Vaults() {}

    /** The vault of a name, which no other vault of the cloud has. */
    public static Optional<Resource> byName(World world, String name) {
        return world.named(VaultState.class, name);
    }

    /** The deleted vault that holds a name. */
    public static Optional<Resource> deleted(World world, String name, Instant now) {
        return world.resources(DeletedVaultState.class)
                .filter(vault -> isStillThere(vault, now))
                .filter(vault -> vault.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** A deleted key of a vault. */
    static Optional<DeletedKeyState> deletedKey(World world, Resource vault, String name, Instant now) {
        return world.resource(deletedKeyId(vault, name))
                .filter(deleted -> isStillThere(deleted, now))
                .map(Resource::state)
                .filter(DeletedKeyState.class::isInstance)
                .map(DeletedKeyState.class::cast);
    }

    /** Whether something deleted has not reached the end of its retention. */
    static boolean isStillThere(Resource deleted, Instant now) {
        if (deleted.state() instanceof DeletedVaultState vault) {
            return now.isBefore(vault.scheduledPurge());
        }
        return deleted.state() instanceof DeletedKeyState key && now.isBefore(key.scheduledPurge());
    }

    /** The vault whose id a call's path names. */
    static Optional<Resource> named(World world, Call call) {
        return world.resource(id(call));
    }

    /** The id of the vault that a call's path names, in the caller's spelling. */
    static String id(Call call) {
        return "/subscriptions/" + call.param("subscription") + "/resourceGroups/" + call.param("group") + "/providers/"
                + VaultDocuments.TYPE + "/" + call.param("vault");
    }

    /** The id of a key of a vault. */
    static String keyId(Resource vault, String key) {
        return vault.id() + "/keys/" + key;
    }

    /** The id under which a deleted key of a vault is kept. */
    static String deletedKeyId(Resource vault, String key) {
        return vault.id() + "/deletedKeys/" + key;
    }
}
