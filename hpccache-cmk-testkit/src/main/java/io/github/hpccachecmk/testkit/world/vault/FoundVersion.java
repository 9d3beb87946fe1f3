package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import java.util.Optional;

/**
 * A version of a key that exists.
 *
 * @param key the key
 * @param version the version
 */
record FoundVersion(FoundKey key, KeyVersion version) {
    /** The version that a call of the data plane names, else the newest. */
    static Optional<FoundVersion> find(World world, Resource vault, Call call) {
        String version = call.parameters().getOrDefault("version", "");
        return FoundKey.find(world, vault, call.param("key"))
                .flatMap(key -> (version.isEmpty()
                                ? Optional.of(key.state().latest())
                                : key.state().version(version))
                        .map(found -> new FoundVersion(key, found)));
    }

    Resource resource() {
        return key.resource();
    }

    KeyState state() {
        return key.state();
    }

    KeyMaterial material() {
        return state().material(version);
    }
}
