package io.github.hpccachecmk.testkit.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One call, without anything secret: no query (it can hold a signature), no header, no body.
 *
 * @param sequence 1 for the first call
 * @param operation its name: that of the port operation where there is one; {@code UNKNOWN} for a path nobody serves
 * @param principal who called; empty without a token
 * @param method the HTTP method
 * @param host which service
 * @param path as called
 * @param at the virtual time of the answer
 * @param isWrite whether it is a kind of call that changes something, whether or not this one did
 * @param effect what it did to the world
 * @param outcome what the caller got: status and error code, or that it got no answer
 * @param correlationId what the caller sent as {@code x-ms-correlation-request-id}; empty without
 * @param decidedBy the names of the inferred behaviours that decided something
 * @param shown what the answer that the caller got to a GET of a cache or file system showed; empty for other answers
 */
public record JournalEntry(
        long sequence,
        String operation,
        String principal,
        String method,
        String host,
        String path,
        Instant at,
        boolean isWrite,
        Effect effect,
        String outcome,
        String correlationId,
        Set<String> decidedBy,
        Optional<ShownTarget> shown) {

    /** What a call did to the world. */
    public enum Effect {
        /** Nothing. */
        NONE,
        /** It changed something. */
        CHANGED,
        /** It has not been carried out yet and will be. */
        LATER
    }

    /** Copies the set. */
    public JournalEntry {
        decidedBy = Set.copyOf(decidedBy);
    }

    /** Whether it changed the world. */
    public boolean hasChanged() {
        return effect == Effect.CHANGED;
    }

    /** Outcome, what was shown, effect and deciding behaviours in one line; for people. */
    String told() {
        return outcome
                + shown.filter(ShownTarget::exists).map(target -> " " + target).orElse("")
                + switch (effect) {
                    case NONE -> "";
                    case CHANGED -> "  [changed]";
                    case LATER -> "  [later]";
                }
                + (decidedBy.isEmpty() ? "" : "  inferred: " + new TreeSet<>(decidedBy));
    }

    @Override
    public String toString() {
        return String.format("#%d %s %s %s %s -> %s", sequence, at, principal, operation, path, outcome);
    }
}
