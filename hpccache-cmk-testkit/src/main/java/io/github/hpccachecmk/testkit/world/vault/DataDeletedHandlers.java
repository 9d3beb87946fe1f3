package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Paging;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.util.List;
import java.util.Optional;

/** Keys deleted on the data plane, seen deleted, had back, and gone for good. */
final class DataDeletedHandlers {
    private final RsaCrypto crypto;

    DataDeletedHandlers(RsaCrypto crypto) {
        this.crypto = crypto;
    }

    Step delete(World world, Call call, Resource vault) {
        Optional<FoundKey> found = FoundKey.find(world, vault, call.param("key"));
        if (found.isEmpty()) {
            return Step.of(world, DataErrors.keyNotFound(call.param("key")));
        }
        Resource key = found.get().resource();
        KeyState state = found.get().state();
        DataDocuments documents = new DataDocuments(world, vault, crypto);
        if (!VaultDocuments.isSoftDelete(vault)) {
            return Step.of(world.without(key.id()), WireResponse.of(200, documents.bundle(key, state, state.latest())));
        }
        return Step.of(
                DeletedKeys.delete(world, vault, key.name(), call.now()),
                WireResponse.of(200, documents.deleted(DeletedKeys.deleted(vault, key, call.now()), state)));
    }

    Step get(World world, Call call, Resource vault) {
        return Step.of(
                world,
                Vaults.deletedKey(world, vault, call.param("key"), call.now())
                        .map(deleted -> WireResponse.of(
                                200, new DataDocuments(world, vault, crypto).deleted(deleted, deleted.state())))
                        .orElseGet(() -> DataErrors.deletedKeyNotFound(call.param("key"))));
    }

    Step list(World world, Call call, Resource vault) {
        DataDocuments documents = new DataDocuments(world, vault, crypto);
        List<Doc> keys = world.below(vault.id())
                .filter(resource -> Vaults.isStillThere(resource, call.now()))
                .map(resource -> (DeletedKeyState) resource.state())
                .map(deleted -> documents.deletedItem(deleted, deleted.state()))
                .toList();
        return Step.of(world, Paging.page(call, keys, "maxresults", DataKeyHandlers.LARGEST_PAGE));
    }

    Step recover(World world, Call call, Resource vault) {
        Optional<DeletedKeyState> found = Vaults.deletedKey(world, vault, call.param("key"), call.now());
        if (found.isEmpty()) {
            return Step.of(world, DataErrors.deletedKeyNotFound(call.param("key")));
        }
        Resource key = found.get().key();
        KeyState state = found.get().state();
        return Step.of(
                DeletedKeys.recover(world, vault, key.name(), call.now()),
                WireResponse.of(200, new DataDocuments(world, vault, crypto).bundle(key, state, state.latest())));
    }

    Step purge(World world, Call call, Resource vault) {
        if (Vaults.deletedKey(world, vault, call.param("key"), call.now()).isEmpty()) {
            return Step.of(world, DataErrors.deletedKeyNotFound(call.param("key")));
        }
        return VaultDocuments.isPurgeProtected(vault)
                ? Step.of(world, DataErrors.purgeRefused(vault))
                : Step.of(world.without(Vaults.deletedKeyId(vault, call.param("key"))), WireResponse.empty(204));
    }
}
