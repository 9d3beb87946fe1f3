package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.testkit.search.Sketch.Rival;
import io.github.hpccachecmk.testkit.world.Timing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The starts that lives are drawn from; a start's world is built once. Mutable, for one thread. */
final class Cast {
    private final List<Sketch> sketches;
    private final Map<Drawn, Start> built = new HashMap<>();

    Cast(List<Sketch> sketches) {
        this.sketches = List.copyOf(sketches);
    }

    private record Drawn(Sketch sketch, boolean isAsRecorded) {}

    Start draw(Random random) {
        var sketch = sketches.get(random.nextInt(sketches.size()));
        if (random.nextInt(4) == 0 && sketch.with(Rival.SAME_REQUEST).isPossible()) {
            sketch = sketch.with(Rival.SAME_REQUEST);
        }
        return built.computeIfAbsent(
                new Drawn(sketch, random.nextInt(40) == 0),
                drawn -> Scenery.start(drawn.sketch(), drawn.isAsRecorded() ? Timing.usual() : Timings.BRISK));
    }
}
