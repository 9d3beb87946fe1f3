package io.github.hpccachecmk.testkit.world;

/** How well a behaviour is known. */
public enum Fidelity {
    /** Microsoft's articles say so. */
    DOCUMENTED,
    /** The REST specification says so. */
    SPECIFIED,
    /** Seen in recorded traffic that Microsoft publishes. */
    OBSERVED,
    /** Concluded from the above; may be wrong. */
    INFERRED
}
