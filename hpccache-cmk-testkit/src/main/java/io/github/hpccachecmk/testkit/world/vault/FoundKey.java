package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A key that exists, with its typed state.
 *
 * @param resource the resource
 * @param state its state
 */
record FoundKey(Resource resource, KeyState state) {
    /** A key of a vault by its name, without case. */
    static Optional<FoundKey> find(World world, Resource vault, String name) {
        return world.resource(Vaults.keyId(vault, name)).flatMap(FoundKey::of);
    }

    /** The keys of a vault in the order of their names. */
    static Stream<FoundKey> all(World world, Resource vault) {
        String prefix = World.canonical(vault.id()) + "/keys/";
        return world.below(vault.id())
                .filter(resource -> World.canonical(resource.id()).startsWith(prefix))
                .flatMap(resource -> of(resource).stream());
    }

    String name() {
        return resource.name();
    }

    private static Optional<FoundKey> of(Resource resource) {
        return resource.state() instanceof KeyState state
                ? Optional.of(new FoundKey(resource, state))
                : Optional.empty();
    }
}
