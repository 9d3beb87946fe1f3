package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;

/**
 * A built start.
 *
 * @param kind which
 * @param azure what it was built in
 * @param world its world
 * @param now its time
 * @param names the canonical ids of resource, vault and identity
 * @param request what is asked for
 * @param first the version that the key had first
 */
record KeyScene(
        KeyStart kind, FakeAzure azure, World world, Instant now, Start names, CmkRequest<?> request, KeyUrl first) {
    KeyStart.Asks asks() {
        return kind.asks();
    }

    /** Whether the resource followed new versions by itself. */
    boolean hadFlag() {
        return new KeyTruth(world, this).hasFlag();
    }
}
