package io.github.hpccachecmk.testkit.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.search.Safety.Breach;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Lives drawn from seeds keep every promise of {@link Safety}. {@code -Dcmk.sim.seed=N} lives one of them again,
 * {@code -Dcmk.sim.lives=N} sets how many.
 */
class SimulationTest {
    private static final String AGAIN = "./mvnw -pl hpccache-cmk-testkit -am test -Dtest=SimulationTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dcmk.sim.seed=";

    /** Every how many-th life is one of a request about a key that is there. */
    private static final int KEYS_EVERY = 4;

    @Test
    void anyLife_keepsAllPromisesAndEnds() {
        var cast = new Cast(Starts.all());
        var scenes = new KeyLife.Scenes(List.of(KeyStart.values()));
        long only = Long.getLong("cmk.sim.seed", 0);
        long first = only == 0 ? 1 : only;
        long last = only == 0 ? Long.getLong("cmk.sim.lives", 10_000) : only;
        long begun = System.nanoTime();
        long passes = 0;
        long keyLives = 0;
        for (long seed = first; seed <= last; seed++) {
            if (seed % KEYS_EVERY == 0) {
                var life = KeyLife.live(seed, scenes, Mutation.NONE);
                passes += life.passes();
                keyLives++;
                assertKept(seed, life.breaches(), life.story());
            } else {
                var life = Life.live(seed, cast, Mutation.NONE);
                passes += life.passes();
                assertKept(seed, life.breaches(), life.story());
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "simulations: %d lives, %d of them about keys that are there, %d passes, %.1f s, %.0f lives a second%n",
                last - first + 1,
                keyLives,
                passes,
                seconds,
                (last - first + 1) / seconds);
        assertThat(passes).isPositive();
    }

    private static void assertKept(long seed, List<Breach> breaches, String story) {
        assertThat(breaches)
                .as("life %d; live it again with %s%d%n%s", seed, AGAIN, seed, story)
                .isEmpty();
    }
}
