package io.github.hpccachecmk.testkit.journal;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.render.Encoder;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

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

    /**
     * The sequence number of the read since which all was done: from it on, every read of a cache or file system has shown it
     * healthy and with the key and rotation flag that it has at the end. Empty when the last read of one did not, or when
     * none was read.
     */
    public OptionalLong convergence() {
        return Convergence.of(entries);
    }

    /** Writes, successful or not, that were made when all was done already; none when it never was. */
    public List<JournalEntry> writesAfterConvergence() {
        OptionalLong done = convergence();
        return done.isEmpty() ? List.of() : after(done.getAsLong()).writes();
    }

    /** One line a call, times from the first one on; for people. No text in it can begin a line of its own. */
    public String timeline() {
        if (entries.isEmpty()) {
            return "no calls\n";
        }
        StringBuilder text = new StringBuilder();
        for (JournalEntry entry : entries) {
            String line = String.format(
                    Locale.ROOT,
                    "%4d  %s  %-28s %-12s %s %s -> %s",
                    entry.sequence(),
                    elapsed(entry),
                    entry.operation(),
                    entry.principal(),
                    entry.method(),
                    entry.path(),
                    entry.told());
            text.append(Encoder.TERMINAL.encode(line)).append('\n');
        }
        return text.toString();
    }

    /**
     * The calls and their answers as a Mermaid sequence diagram: text for a {@code mermaid} block of a Markdown page. Names are
     * encoded, so that none can break the diagram.
     */
    public String sequenceDiagram() {
        return SequenceDiagram.of(this);
    }

    String elapsed(JournalEntry entry) {
        return elapsed(Duration.between(entries.get(0).at(), entry.at()));
    }

    static String elapsed(Duration time) {
        Duration size = time.abs();
        return String.format(
                Locale.ROOT,
                "%s%d:%02d:%02d",
                time.isNegative() ? "-" : "+",
                size.toHours(),
                size.toMinutesPart(),
                size.toSecondsPart());
    }
}
