package io.github.hpccachecmk.testkit.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.search.Sketch.Job;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Every path within bounds keeps every promise of {@link Safety}. {@code -Dcmk.search=large} goes farther, and from more
 * starts. What is searched and how far is told in {@code docs/RELIABILITY.md}.
 */
class SearchTest {
    private static final boolean IS_LARGE = System.getProperty("cmk.search", "").equals("large");
    private static final int DEPTH = 80;

    @Test
    void anyOrderOfEvents_everyStart_keepsAllPromises() {
        search("no faults", Starts.all(), new Bounds(0, 0, 0, DEPTH, IS_LARGE ? 100_000 : 1000));
    }

    @Test
    void faultAtAnyCall_keepsAllPromises() {
        var starts = IS_LARGE ? Starts.all() : Starts.plain();
        search("one fault", starts, new Bounds(1, 1, 0, DEPTH, IS_LARGE ? 100_000 : 150));
    }

    @Test
    void twoFaults_keepAllPromises() {
        var starts = IS_LARGE
                ? Starts.plain()
                : Starts.plain().stream()
                        .filter(sketch -> sketch.job() == Job.AUTHORIZE)
                        .toList();
        search("two faults", starts, new Bounds(2, 1, 0, DEPTH, IS_LARGE ? 60_000 : 300));
    }

    @Test
    void somebodyInterferes_keepsAllPromises() {
        search(
                "somebody interferes",
                Starts.plain(),
                new Bounds(IS_LARGE ? 1 : 0, IS_LARGE ? 1 : 0, 1, DEPTH, IS_LARGE ? 60_000 : 120));
    }

    @Test
    void twoOrchestrators_keepAllPromises() {
        search("two orchestrators", Starts.rivals(), new Bounds(0, 0, 0, DEPTH, IS_LARGE ? 60_000 : 100));
    }

    private static void search(String what, List<Sketch> starts, Bounds bounds) {
        long begun = System.nanoTime();
        long states = 0;
        long transitions = 0;
        long passes = 0;
        long walks = 0;
        int deepest = 0;
        int cut = 0;
        for (var sketch : starts) {
            var report = new Search(Scenery.start(sketch, Timings.SEARCH), bounds, Mutation.NONE).run();
            assertThat(report.breaches()).as(report.story()).isEmpty();
            states += report.states();
            transitions += report.transitions();
            passes += report.passes();
            walks += report.walks();
            deepest = Math.max(deepest, report.deepest());
            cut += report.isCut() ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "search, %s: %s; %d starts (%d cut off), %d states, %d transitions, %d passes, %d walks to the end,"
                        + " longest path %d, %.1f s%n",
                what,
                bounds,
                starts.size(),
                cut,
                states,
                transitions,
                passes,
                walks,
                deepest,
                (System.nanoTime() - begun) / 1e9);
        assertThat(states).isGreaterThan(starts.size());
    }
}
