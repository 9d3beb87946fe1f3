package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.report.FlowEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The time that is left to authorize, and the events that come with it, each told once. Pure. */
final class Deadlines {
    private static final Duration BEYOND_DEADLINE = Duration.ofHours(1);
    private static final Duration ACTION_LIMIT = Duration.ofHours(4);
    private static final Map<FlowEvent, Duration> WARNINGS = warnings();

    private Deadlines() {}

    private static Map<FlowEvent, Duration> warnings() {
        var warnings = new LinkedHashMap<FlowEvent, Duration>();
        warnings.put(FlowEvent.DEADLINE_IN_30_MINUTES, Duration.ofMinutes(30));
        warnings.put(FlowEvent.DEADLINE_IN_15_MINUTES, Duration.ofMinutes(15));
        warnings.put(FlowEvent.DEADLINE_IN_5_MINUTES, Duration.ofMinutes(5));
        warnings.put(FlowEvent.DEADLINE_PASSED, Duration.ZERO);
        return warnings;
    }

    /**
     * Until when a blocked flow looks on for somebody to act: while the time to authorize runs, until an hour after it; else for
     * some hours.
     *
     * @param since since when it waits
     */
    static Instant actionLimit(View view, Instant since) {
        return view.deadline()
                .map(deadline -> deadline.plus(BEYOND_DEADLINE))
                .filter(limit -> limit.isAfter(since))
                .orElseGet(() -> since.plus(ACTION_LIMIT));
    }

    /** The events that this move brings and that were not told before; of several warnings only the nearest. */
    static Set<FlowEvent> events(View view, Move move) {
        var events = new LinkedHashSet<FlowEvent>();
        view.deadline().ifPresent(deadline -> {
            var left = Duration.between(view.now(), deadline);
            WARNINGS.forEach((event, limit) -> {
                if (left.compareTo(limit) <= 0) {
                    events.removeAll(WARNINGS.keySet());
                    events.add(event);
                }
            });
        });
        if (move.decision() instanceof Decision.Wait wait) {
            events.addAll(risk(view, wait.delay()));
        }
        if (move.decision() instanceof Decision.Blocked) {
            events.add(FlowEvent.ACTION_NEEDED);
        }
        events.removeAll(view.memory().told());
        return events;
    }

    /** The event of a wait that crosses the deadline, unless it was told before. */
    private static Set<FlowEvent> risk(View view, Duration wait) {
        boolean crosses = view.deadline()
                .map(deadline -> Duration.between(view.now(), deadline))
                .filter(left -> !left.isNegative() && wait.compareTo(left) > 0)
                .isPresent();
        return crosses && !view.memory().told().contains(FlowEvent.DEADLINE_AT_RISK)
                ? Set.of(FlowEvent.DEADLINE_AT_RISK)
                : Set.of();
    }
}
