package io.github.hpccachecmk.testkit;

import io.github.hpccachecmk.testkit.world.WireRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Requests whose effect is still to come. Not thread-safe: guarded by {@link CallDesk}. */
final class LateCalls {
    private record Late(WireRequest request, long afterCall, Instant notBefore) {}

    private final List<Late> waiting = new ArrayList<>();

    void afterCall(WireRequest request, long call) {
        waiting.add(new Late(request, call, Instant.MIN));
    }

    void notBefore(WireRequest request, Instant time) {
        waiting.add(new Late(request, 0, time));
    }

    /** The requests that arrive now, oldest first; they wait no longer. */
    List<WireRequest> arriving(long callsMade, Instant now) {
        List<Late> arriving = waiting.stream()
                .filter(late ->
                        late.afterCall() <= callsMade && !late.notBefore().isAfter(now))
                .toList();
        waiting.removeAll(arriving);
        return arriving.stream().map(Late::request).toList();
    }
}
