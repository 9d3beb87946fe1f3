package io.github.hpccachecmk.testkit.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Lives drawn from seeds keep every promise of {@link Safety}. {@code -Dcmk.sim.seed=N} lives one of them again,
 * {@code -Dcmk.sim.lives=N} sets how many.
 */
class SimulationTest {
    private static final String AGAIN = "./mvnw -pl hpccache-cmk-testkit -am test -Dtest=SimulationTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dcmk.sim.seed=";

    @Test
    void anyLife_keepsAllPromisesAndEnds() {
        var cast = new Cast(Starts.all());
        long only = Long.getLong("cmk.sim.seed", 0);
        long first = only == 0 ? 1 : only;
        long last = only == 0 ? Long.getLong("cmk.sim.lives", 10_000) : only;
        long begun = System.nanoTime();
        long passes = 0;
        for (long seed = first; seed <= last; seed++) {
            var life = Life.live(seed, cast, Mutation.NONE);
            passes += life.passes();
            assertThat(life.breaches())
                    .as("life %d; live it again with %s%d%n%s", seed, AGAIN, seed, life.story())
                    .isEmpty();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "simulations: %d lives, %d passes, %.1f s, %.0f lives a second%n",
                last - first + 1,
                passes,
                seconds,
                (last - first + 1) / seconds);
        assertThat(passes).isPositive();
    }
}
