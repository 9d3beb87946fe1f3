package io.github.hpccachecmk.testkit.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.search.Safety.Breach;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A check that finds nothing proves nothing: each planted defect is found, by the property that is there for it. */
class PlantedDefectsTest {
    @ParameterizedTest
    @EnumSource
    void defect_isFoundBySearch(Defect defect) {
        var start = Scenery.start(defect.sketch(), Timings.SEARCH);

        var report = new Search(start, defect.bounds(), defect.plant(start)).run();

        assertThat(report.breaches())
                .as(report.story())
                .extracting(Breach::property)
                .contains(defect.caughtBy());
        assertThat(report.story())
                .startsWith(defect.sketch().toString())
                .contains(defect.caughtBy().name());
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheDefect_theSameSearchFindsNothing(Defect defect) {
        var start = Scenery.start(defect.sketch(), Timings.SEARCH);
        var bounds = defect.bounds();

        var report = new Search(
                        start,
                        new Bounds(bounds.faults(), bounds.lies(), bounds.interferences(), bounds.depth(), 60),
                        Mutation.NONE)
                .run();

        assertThat(report.breaches()).as(report.story()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void defectWithKeys_isFoundBySearch(KeyDefect defect) {
        var scene = defect.start().scene(1, Timings.SEARCH);

        var report = new KeySearch(
                        scene, defect.limits(), defect.plant(scene), request -> defect.tamper(request, scene))
                .run();

        assertThat(report.breaches())
                .as(report.story())
                .extracting(Breach::property)
                .contains(defect.caughtBy());
        assertThat(report.story()).contains(defect.start().name());
    }

    @Test
    void defects_areFoundByLivesToo() {
        for (var defect : EnumSet.of(Defect.GRANTS_MORE_THAN_NEEDED, Defect.DOES_NOT_LET_THE_GRANT_SETTLE)) {
            var cast = new Cast(List.of(defect.sketch()));
            var mutation = defect.plant(Scenery.start(defect.sketch(), Timings.SEARCH));

            assertThat(LongStream.rangeClosed(1, 20)
                            .mapToObj(seed -> Life.live(seed, cast, mutation))
                            .flatMap(life -> life.breaches().stream())
                            .map(Breach::property))
                    .contains(defect.caughtBy());
        }
    }

    @Test
    void versionMadeWithoutLooking_isFoundByLivesToo() {
        var defect = KeyDefect.MAKES_A_VERSION_WITHOUT_LOOKING;
        var scenes = new KeyLife.Scenes(List.of(defect.start()));
        var mutation = defect.plant(defect.start().scene(1, Timings.SEARCH));

        assertThat(LongStream.rangeClosed(1, 20)
                        .mapToObj(seed -> KeyLife.live(seed, scenes, mutation))
                        .flatMap(life -> life.breaches().stream())
                        .map(Breach::property))
                .contains(defect.caughtBy());
    }
}
