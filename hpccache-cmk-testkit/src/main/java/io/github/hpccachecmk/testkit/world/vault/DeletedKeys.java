package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keys that go into deleted state and come back, whoever asks for it. Pure. */
public final class DeletedKeys {
    private DeletedKeys() {}

    /** The world without the key, which is in deleted state from now on; without soft delete it is gone. The same when there is none. */
    public static World delete(World world, Resource vault, String name, Instant now) {
        Optional<FoundKey> found = FoundKey.find(world, vault, name);
        if (found.isEmpty()) {
            return world;
        }
        Resource key = found.get().resource();
        World without = world.without(key.id());
        return VaultDocuments.isSoftDelete(vault)
                ? without.with(
                        new Resource(Vaults.deletedKeyId(vault, key.name()), Doc.empty(), deleted(vault, key, now)))
                : without;
    }

    static DeletedKeyState deleted(Resource vault, Resource key, Instant now) {
        return new DeletedKeyState(key, now, now.plus(Duration.ofDays(VaultDocuments.retentionDays(vault))));
    }

    /** The world with the key back, all its versions as they were; the same when none of that name is in deleted state. */
    public static World recover(World world, Resource vault, String name, Instant now) {
        return Vaults.deletedKey(world, vault, name, now)
                .map(deleted -> world.without(
                                Vaults.deletedKeyId(vault, deleted.key().name()))
                        .with(deleted.key()))
                .orElse(world);
    }
}
