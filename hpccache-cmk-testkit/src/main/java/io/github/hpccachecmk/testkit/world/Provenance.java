package io.github.hpccachecmk.testkit.world;

/**
 * How well something is known, and from where.
 *
 * @param fidelity how well
 * @param source from where, for people
 */
public record Provenance(Fidelity fidelity, String source) {
    /** From the REST specification of a provider. */
    public static Provenance specified(String namespace) {
        return new Provenance(Fidelity.SPECIFIED, "REST specification of " + namespace);
    }
}
