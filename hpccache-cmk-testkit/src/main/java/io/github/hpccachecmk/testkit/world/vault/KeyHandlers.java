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
import java.util.function.BiFunction;

/** Keys on the control plane. Deleted keys cannot be seen here, and the vault's firewall does not matter. */
final class KeyHandlers {
    private static final int LARGEST_PAGE = 1000;

    private KeyHandlers() {}

    static Step get(World world, Call call) {
        return withKey(
                world,
                call,
                (vault, key) -> WireResponse.of(200, new KeyDocuments(world, vault).read(key.resource(), key.state())));
    }

    static Step list(World world, Call call) {
        return Step.of(
                world,
                Vaults.named(world, call)
                        .map(vault -> {
                            KeyDocuments documents = new KeyDocuments(world, vault);
                            List<Doc> keys = FoundKey.all(world, vault)
                                    .map(key -> documents.listed(key.resource(), key.state()))
                                    .toList();
                            return Paging.page(call, keys, "$top", LARGEST_PAGE);
                        })
                        .orElseGet(() -> VaultErrors.notFound(call)));
    }

    static Step listVersions(World world, Call call) {
        return withKey(world, call, (vault, key) -> {
            KeyDocuments documents = new KeyDocuments(world, vault);
            return Paging.page(
                    call,
                    key.state().versions().stream()
                            .map(version -> documents.listedVersion(key.resource(), version))
                            .toList(),
                    "$top",
                    LARGEST_PAGE);
        });
    }

    static Step getVersion(World world, Call call) {
        return withKey(
                world,
                call,
                (vault, key) -> key.state()
                        .version(call.param("version"))
                        .map(version -> WireResponse.of(
                                200, new KeyDocuments(world, vault).version(key.resource(), key.state(), version)))
                        .orElseGet(
                                () -> VaultErrors.keyNotFound(vault.name(), key.name() + "/" + call.param("version"))));
    }

    /** Makes the first version of a key; an existing key is answered and left as it is, whatever the body says. */
    static Step put(World world, Call call) {
        Optional<Resource> vault = Vaults.named(world, call);
        if (vault.isEmpty()) {
            return Step.of(world, VaultErrors.notFound(call));
        }
        Optional<FoundKey> existing = FoundKey.find(world, vault.get(), call.param("key"));
        if (existing.isPresent()) {
            FoundKey key = existing.get();
            return Step.of(
                    world,
                    WireResponse.of(200, new KeyDocuments(world, vault.get()).written(key.resource(), key.state())));
        }
        if (Vaults.deletedKey(world, vault.get(), call.param("key"), call.now()).isPresent()) {
            return Step.of(world, DataErrors.keyIsDeleted(call.param("key")));
        }
        Doc properties = call.body().object("properties");
        Optional<WireResponse> refusal = NewKeys.refuse(call.param("key"), properties, "keySize");
        if (refusal.isPresent()) {
            return Step.of(world, refusal.get());
        }
        World next = world.next();
        KeyState state = NewKeys.state(
                properties,
                "keySize",
                "keyOps",
                NewKeys.version(
                        next, properties.object("attributes"), call.body().object("tags"), call.now()));
        Resource key = new Resource(Vaults.keyId(vault.get(), call.param("key")), Doc.empty(), state);
        return Step.of(next.with(key), WireResponse.of(200, new KeyDocuments(next, vault.get()).written(key, state)));
    }

    private static Step withKey(World world, Call call, BiFunction<Resource, FoundKey, WireResponse> answer) {
        Optional<Resource> vault = Vaults.named(world, call);
        if (vault.isEmpty()) {
            return Step.of(world, VaultErrors.notFound(call));
        }
        return Step.of(
                world,
                FoundKey.find(world, vault.get(), call.param("key"))
                        .map(key -> answer.apply(vault.get(), key))
                        .orElseGet(() -> VaultErrors.keyNotFound(vault.get().name(), call.param("key"))));
    }
}
