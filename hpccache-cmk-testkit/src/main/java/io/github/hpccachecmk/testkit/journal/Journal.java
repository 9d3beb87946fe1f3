package io.github.hpccachecmk.testkit.journal;

import io.github.hpccachecmk.core.port.PortOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The calls made so far, oldest first: a snapshot that does not change any more. Thread-safe. Holds no token, signature
 * or body.
 *
 * @param entries the calls
 */
public record Journal(List<JournalEntry> entries) {
    /** Copies the list. */
    public Journal {
        entries = List.copyOf(entries);
    }

    /** The calls of an operation. */
    public List<JournalEntry> calls(PortOperation operation) {
        return calls(operation.name());
    }

    /** The calls of an operation, by its name. */
    public List<JournalEntry> calls(String operation) {
        return entries.stream()
                .filter(entry -> entry.operation().equals(operation))
                .toList();
    }

    /** The calls that came after a sequence number. */
    public Journal after(long sequence) {
        return new Journal(
                entries.stream().filter(entry -> entry.sequence() > sequence).toList());
    }

    /** The sequence number of the last call; 0 without one. */
    public long last() {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).sequence();
    }

    /** Calls of a kind that changes something, successful or not. */
    public List<JournalEntry> writes() {
        return entries.stream().filter(JournalEntry::isWrite).toList();
    }

    /** Calls that changed something. */
    public List<JournalEntry> changes() {
        return entries.stream().filter(JournalEntry::hasChanged).toList();
    }

    /** How many calls each operation had, by name. */
    public Map<String, Integer> countByOperation() {
        Map<String, Integer> counts = new TreeMap<>();
        entries.forEach(entry -> counts.merge(entry.operation(), 1, Integer::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** One line a call, times from the first one on; for people. */
    public String timeline() {
        if (entries.isEmpty()) {
            return "no calls";
        }
        StringBuilder text = new StringBuilder();
        Instant start = entries.get(0).at();
        for (JournalEntry entry : entries) {
            text.append(String.format(
                    Locale.ROOT,
                    "%4d  +%s  %-28s %-12s %s %s -> %s%s%s%n",
                    entry.sequence(),
                    elapsed(Duration.between(start, entry.at())),
                    entry.operation(),
                    entry.principal(),
                    entry.method(),
                    entry.path(),
                    entry.outcome(),
                    switch (entry.effect()) {
                        case NONE -> "";
                        case CHANGED -> "  [changed]";
                        case LATER -> "  [later]";
                    },
                    entry.decidedBy().isEmpty() ? "" : "  inferred: " + new TreeSet<>(entry.decidedBy())));
        }
        return text.toString();
    }

    private static String elapsed(Duration time) {
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
