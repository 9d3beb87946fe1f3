package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.testkit.world.Kernel;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Answers of reads of one world at one time: the many variations of a pass ask the same. Mutable, for one thread. */
final class ReadCache {
    private final Map<String, WireResponse> answers = new HashMap<>();
    private final Map<String, Row> rows = new HashMap<>();
    private World world;
    private Instant at = Instant.MIN;

    ReadCache(World world) {
        this.world = world;
    }

    /** Who serves a call. */
    record Row(String operation, boolean isWrite) {}

    Row row(Kernel kernel, World asked, WireRequest request) {
        return rows.computeIfAbsent(
                request.method() + request.host() + request.path(),
                key -> kernel.route(asked, request)
                        .map(route -> new Row(route.operation(), route.isWrite()))
                        .orElse(new Row("UNKNOWN", true)));
    }

    WireResponse read(Kernel kernel, World asked, WireRequest request, Instant now) {
        if (!asked.isSame(world) || !now.equals(at)) {
            answers.clear();
            world = asked;
            at = now;
        }
        return answers.computeIfAbsent(
                request.host() + request.path() + request.query(),
                key -> kernel.handle(asked, request, now).response());
    }
}
