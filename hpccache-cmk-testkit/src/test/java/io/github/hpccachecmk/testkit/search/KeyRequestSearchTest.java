package io.github.hpccachecmk.testkit.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.search.KeySearch.Limits;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Requests about keys that are there keep every promise of {@link Safety} in every order of passes, faults and other people's
 * deeds. {@code -Dcmk.search=large} goes farther. What is searched and how far is told in {@code docs/RELIABILITY.md}.
 */
class KeyRequestSearchTest {
    private static final boolean IS_LARGE = System.getProperty("cmk.search", "").equals("large");
    private static final int FAULTS = 1;

    /** So many that no search comes to them: reaching it is a failure. */
    private static final int MOST_STATES = 1_000_000;

    @ParameterizedTest
    @EnumSource
    void anyOrderOfEvents_keepsAllPromises(KeyStart start) {
        var scene = start.scene(1, Timings.SEARCH);
        search(scene, new Limits(IS_LARGE ? 3 : FAULTS, 0, MOST_STATES));
        search(scene, new Limits(0, IS_LARGE ? 2 : 1, MOST_STATES));
    }

    private static void search(KeyScene scene, Limits limits) {
        long begun = System.nanoTime();
        var report = new KeySearch(scene, limits, Mutation.NONE, UnaryOperator.identity()).run();
        System.out.printf(
                Locale.ROOT,
                "key search, %s: %s; %s, %d states, %d transitions, %d passes, longest path %d, %.1f s%n",
                scene.kind(),
                limits,
                report.isCut() ? "cut off" : "complete",
                report.states(),
                report.transitions(),
                report.passes(),
                report.deepest(),
                (System.nanoTime() - begun) / 1e9);
        assertThat(report.breaches()).as(report.story()).isEmpty();
        assertThat(report.isCut()).isFalse();
        assertThat(report.states()).isGreaterThan(1);
    }
}
