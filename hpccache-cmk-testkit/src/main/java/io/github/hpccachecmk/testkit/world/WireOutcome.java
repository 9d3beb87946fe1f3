package io.github.hpccachecmk.testkit.world;

/** What a caller gets for a request: an answer, or none. A face turns the latter two into its transport's own error. */
public sealed interface WireOutcome {
    /** The service answered. */
    record Answered(WireResponse response) implements WireOutcome {}

    /** No answer came in time; the request may have had its effect. */
    record TimedOut() implements WireOutcome {}

    /** The connection broke; the request may have had its effect. */
    record Reset() implements WireOutcome {}
}
