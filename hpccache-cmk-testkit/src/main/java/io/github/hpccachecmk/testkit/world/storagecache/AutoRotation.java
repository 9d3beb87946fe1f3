package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.vault.KeyState;
import io.github.hpccachecmk.testkit.world.vault.KeyVersion;
import java.time.Instant;
import java.util.Optional;

/**
 * The service's own change to a newer key version, within an hour, for caches that ask for it. Source: Microsoft's
 * articles on HPC Cache's customer-managed keys and on automatic rotation of disk encryption sets.
 */
final class AutoRotation {
    private AutoRotation() {}

    /** The URL of the newest enabled version when the resource asks for it and has another. */
    static Optional<String> newer(World world, Resource resource) {
        if (!resource.document().flag(Encryption.FLAG).orElse(false)) {
            return Optional.empty();
        }
        Optional<KeyReference> current = Encryption.keyUrl(resource.document()).flatMap(KeyReference::parse);
        return current.flatMap(reference -> reference
                .vault(world)
                .flatMap(vault -> world.state(vault.id() + "/keys/" + reference.keyName(), KeyState.class))
                .map(KeyState::latest)
                .filter(latest -> latest.enabled() && !latest.version().equalsIgnoreCase(reference.version()))
                .map(KeyVersion::version)
                .map(version -> reference.withVersion(version).url()));
    }

    static World rotate(World world, Resource resource, Instant when, Decisions decisions) {
        TargetState state = (TargetState) resource.state();
        return newer(world, resource)
                .filter(url -> KeyAccess.of(world, state, url, when, decisions) == KeyAccess.Verdict.ACCESSIBLE)
                .map(url -> world.with(resource.with(resource.document().withAt(Encryption.KEY_URL, url))))
                .orElse(world);
    }
}
