package io.github.hpccachecmk.testkit.assertj;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.testkit.journal.Journal;
import io.github.hpccachecmk.testkit.journal.JournalEntry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Assertions on the calls made so far. */
public final class JournalAssert extends CmkAssert<JournalAssert, Journal> {
    JournalAssert(Journal actual) {
        super(actual, JournalAssert.class);
    }

    /** An operation was called exactly so often, successfully or not. */
    public JournalAssert hasCalls(PortOperation operation, int count) {
        return check(
                actual.calls(operation).size() == count, count + " calls of " + operation, actual.countByOperation());
    }

    /** An operation was not called. */
    public JournalAssert hasNoCalls(PortOperation operation) {
        return hasCalls(operation, 0);
    }

    /** There were at most so many calls. */
    public JournalAssert hasAtMostCalls(int count) {
        return check(
                actual.entries().size() <= count,
                "at most " + count + " calls",
                actual.entries().size() + " calls: " + actual.countByOperation());
    }

    /** Nobody called anything that changes something, successfully or not. */
    public JournalAssert hasNoWrites() {
        return check(actual.writes().isEmpty(), "no writes", listed(actual.writes()));
    }

    /** These operations changed something, each at least once, and no other did. */
    public JournalAssert hasChangedOnly(PortOperation... operations) {
        Set<String> wanted =
                Stream.of(operations).map(PortOperation::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> found =
                actual.changes().stream().map(JournalEntry::operation).collect(Collectors.toCollection(TreeSet::new));
        return check(found.equals(wanted), "only " + wanted + " changed something", listed(actual.changes()));
    }

    /** Nothing was changed by a call. */
    public JournalAssert hasChangedNothing() {
        return check(actual.changes().isEmpty(), "no call changed anything", listed(actual.changes()));
    }

    /** Reads have shown every cache and file system healthy, and still did at the end: {@link Journal#convergence}. */
    public JournalAssert hasConverged() {
        return check(
                actual.convergence().isPresent(),
                "reads show every cache and file system healthy in the end",
                "the last read of one does not, or none was read");
    }

    /** All got done, and nobody called anything that changes something after that. */
    public JournalAssert hasNoWriteAfterConvergence() {
        hasConverged();
        return check(
                actual.writesAfterConvergence().isEmpty(),
                "no write after call " + actual.convergence().orElse(0) + ", which showed that all was done",
                listed(actual.writesAfterConvergence()));
    }

    @Override
    String story() {
        return actual.timeline();
    }

    private static String listed(List<JournalEntry> entries) {
        return entries.isEmpty()
                ? "none"
                : entries.stream()
                        .map(entry -> "#" + entry.sequence() + " " + entry.operation())
                        .collect(Collectors.joining(", "));
    }
}
