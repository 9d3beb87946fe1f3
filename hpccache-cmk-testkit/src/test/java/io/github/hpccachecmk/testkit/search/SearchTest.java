package io.github.hpccachecmk.testkit.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.testkit.search.Sketch.Job;
import io.github.hpccachecmk.testkit.search.Sketch.Model;
import io.github.hpccachecmk.testkit.search.Sketch.Who;
import org.junit.jupiter.api.Test;

class SearchTest {
    @Test
    void probe_x() {
        for (var sketch : java.util.List.of(
                Sketch.of(Job.AUTHORIZE, Who.SYSTEM, Model.RBAC),
                Sketch.of(Job.CACHE, Who.SYSTEM, Model.POLICY),
                Sketch.of(Job.FILE_SYSTEM, Who.USER, Model.RBAC))) {
            for (var bounds : java.util.List.of(
                    new Bounds(0, 0, 0, 100, 20000), new Bounds(1, 1, 0, 100, 20000), new Bounds(0, 0, 1, 100, 20000))) {
                long begun = System.nanoTime();
                var start = Scenery.start(sketch, Timings.SEARCH);
                var report = new Search(start, bounds, Mutation.NONE).run();
                System.out.println(sketch + " " + bounds + " states " + report.states() + " transitions "
                        + report.transitions() + " passes " + report.passes() + " walks " + report.walks() + " deepest "
                        + report.deepest() + " cut " + report.isCut() + " ms "
                        + (System.nanoTime() - begun) / 1_000_000);
                System.out.println(report.story());
            }
        }
        assertThat(1).isEqualTo(1);
    }
}
