package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.SystemData;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.access.RoleAssignmentState;
import io.github.hpccachecmk.testkit.world.storagecache.Targets;
import io.github.hpccachecmk.testkit.world.vault.KeyState;
import io.github.hpccachecmk.testkit.world.vault.KeyVersion;
import io.github.hpccachecmk.testkit.world.vault.VaultState;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What somebody else may do to the world at any time. Purge protection cannot be switched off, so nobody does that. */
enum Interference {
    KEY_DISABLED {
        @Override
        World apply(World world, Start start, Instant now) {
            return key(
                    world,
                    start,
                    key -> key.update(key.versions().get(0).version(), version -> version.withEnabled(false, now)));
        }
    },
    KEY_ENABLED {
        @Override
        World apply(World world, Start start, Instant now) {
            return key(
                    world,
                    start,
                    key -> key.update(key.versions().get(0).version(), version -> version.withEnabled(true, now)));
        }
    },
    KEY_ROTATED {
        @Override
        World apply(World world, Start start, Instant now) {
            var next = world.next();
            var version = next.guid("version by somebody").replace("-", "");
            return key(next, start, key -> key.with(KeyVersion.of(version, now)));
        }
    },
    GRANT_REMOVED {
        @Override
        World apply(World world, Start start, Instant now) {
            return withoutGrants(world, start, now);
        }
    },
    ACCESS_MODEL_SWITCHED {
        @Override
        World apply(World world, Start start, Instant now) {
            boolean isRbac = new Truth(world, start).isRbac();
            return vault(world, start, now, document -> document.withAt("properties.enableRbacAuthorization", !isRbac));
        }
    },
    RESOURCE_FAILED {
        @Override
        World apply(World world, Start start, Instant now) {
            return world.exists(start.target())
                    ? Targets.failed(
                            world, start.target(), now, "AscInternalError", "Error encountered deploying the cache.")
                    : world;
        }
    },
    RESOURCE_VANISHED {
        @Override
        World apply(World world, Start start, Instant now) {
            return Targets.vanished(world, start.target());
        }
    };

    abstract World apply(World world, Start start, Instant now);

    /** Nobody but the stranger has access any more. */
    static World withoutGrants(World world, Start start, Instant now) {
        var ours = new Truth(world, start).principals();
        var current = vault(
                world,
                start,
                now,
                document -> document.withAt(
                        "properties.accessPolicies",
                        document.objects("properties.accessPolicies").stream()
                                .filter(entry -> !ours.contains(
                                        entry.text("objectId").orElse("").toLowerCase(Locale.ROOT)))
                                .toList()));
        for (var principal : ours) {
            current = current.update(
                    start.vault(),
                    vault -> vault.with(((VaultState) vault.state()).withEffective(principal, Set.of())));
            current = current.cancel(pending -> pending.transition().toString().contains(principal)
                    && pending.transition().subject().equals(start.vault()));
        }
        for (var resource : current.resources(RoleAssignmentState.class).toList()) {
            if (ours.contains(((RoleAssignmentState) resource.state()).principalId())) {
                current = current.without(resource.id())
                        .cancel(pending -> pending.transition().subject().equals(World.canonical(resource.id())));
            }
        }
        return current;
    }

    private static World vault(World world, Start start, Instant now, UnaryOperator<Doc> change) {
        return world.update(start.vault(), vault -> {
            var changed = change.apply(vault.document());
            return changed.equals(vault.document())
                    ? vault
                    : vault.with(
                            changed.has("systemData")
                                    ? changed.withAt("systemData.lastModifiedAt", SystemData.time(now))
                                    : changed);
        });
    }

    private static World key(World world, Start start, UnaryOperator<KeyState> change) {
        return world.update(
                start.vault() + "/keys/" + Scenery.KEY,
                key -> new Resource(key.id(), key.document(), change.apply((KeyState) key.state())));
    }
}
