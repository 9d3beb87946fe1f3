package io.github.hpccachecmk.testkit.journal;

import io.github.hpccachecmk.testkit.world.World;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Since when reads have shown every cache and file system healthy and as it stayed. Pure. */
final class Convergence {
    private record Run(long since, ShownTarget shown) {
        Run followedBy(long sequence, ShownTarget next) {
            return shown.equals(next) ? this : new Run(sequence, next);
        }
    }

    private Convergence() {}

    /** The sequence number of the read that completed the picture; empty when the last picture is not one of health. */
    static OptionalLong of(List<JournalEntry> entries) {
        Collection<Run> runs = runs(entries).values();
        return runs.stream().allMatch(run -> run.shown().isHealthy())
                ? runs.stream().mapToLong(Run::since).max()
                : OptionalLong.empty();
    }

    private static Map<String, Run> runs(List<JournalEntry> entries) {
        Map<String, Run> runs = new LinkedHashMap<>();
        for (JournalEntry entry : entries) {
            entry.shown()
                    .ifPresent(shown -> runs.merge(
                            World.canonical(shown.id()),
                            new Run(entry.sequence(), shown),
                            (run, next) -> run.followedBy(next.since(), next.shown())));
        }
        return runs;
    }
}
