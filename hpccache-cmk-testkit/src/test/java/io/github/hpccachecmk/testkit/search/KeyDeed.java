package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.vault.DeletedKeyState;
import io.github.hpccachecmk.testkit.world.vault.DeletedKeys;
import io.github.hpccachecmk.testkit.world.vault.KeyState;
import io.github.hpccachecmk.testkit.world.vault.KeyVersion;
import java.time.Instant;
import java.util.function.UnaryOperator;

/** What somebody else may do to the key at any time, by hand. */
enum KeyDeed {
    NEWEST_DISABLED {
        @Override
        World apply(World world, Start names, Instant now) {
            return key(
                    world,
                    names,
                    key -> key.update(key.latest().version(), version -> version.withEnabled(false, now)));
        }
    },
    ALL_ENABLED {
        @Override
        World apply(World world, Start names, Instant now) {
            return key(world, names, key -> {
                var enabled = key;
                for (var version : key.versions()) {
                    if (!version.enabled()) {
                        enabled = enabled.update(version.version(), off -> off.withEnabled(true, now));
                    }
                }
                return enabled;
            });
        }
    },
    DELETED {
        @Override
        World apply(World world, Start names, Instant now) {
            return DeletedKeys.delete(world, world.resource(names.vault()).orElseThrow(), Scenery.KEY, now);
        }
    },
    RECOVERED {
        @Override
        World apply(World world, Start names, Instant now) {
            return DeletedKeys.recover(world, world.resource(names.vault()).orElseThrow(), Scenery.KEY, now);
        }
    },
    PURGED {
        @Override
        World apply(World world, Start names, Instant now) {
            return purged(world);
        }
    },
    ROTATED {
        @Override
        World apply(World world, Start names, Instant now) {
            if (!world.exists(id(names))) {
                return world;
            }
            var next = world.next();
            var version = next.guid("version by somebody").replace("-", "");
            return key(next, names, key -> key.with(KeyVersion.of(version, now)));
        }
    };

    abstract World apply(World world, Start names, Instant now);

    /** The key deleted and purged. */
    static World gone(World world, Start names) {
        return purged(DELETED.apply(world, names, Instant.EPOCH));
    }

    private static World purged(World world) {
        var current = world;
        for (var deleted : world.resources(DeletedKeyState.class).toList()) {
            current = current.without(deleted.id());
        }
        return current;
    }

    private static String id(Start names) {
        return names.vault() + "/keys/" + Scenery.KEY;
    }

    private static World key(World world, Start names, UnaryOperator<KeyState> change) {
        if (!world.exists(id(names))) {
            return world;
        }
        return world.update(id(names), key -> {
            var changed = change.apply((KeyState) key.state());
            return changed.equals(key.state()) ? key : new Resource(key.id(), key.document(), changed);
        });
    }
}
