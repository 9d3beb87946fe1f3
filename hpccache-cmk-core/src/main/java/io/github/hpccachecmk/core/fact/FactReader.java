package io.github.hpccachecmk.core.fact;

import io.github.hpccachecmk.core.failure.FailureClassifier;
import io.github.hpccachecmk.core.failure.Treatment;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.RemoteException;

/**
 * Reads one fact and takes it in. A flow reads once a pass and tries again by another pass; a plan and a query have no other pass, so
 * their reads are tried once more when the service failed for a moment. Nobody else retries. Thread-safe.
 */
public final class FactReader {
    private final Ports ports;
    private final CallContext context;
    private final int tries;

    private FactReader(Ports ports, CallContext context, int tries) {
        this.ports = ports;
        this.context = context;
        this.tries = tries;
    }

    /** For what comes again by itself. */
    public static FactReader once(Ports ports, CallContext context) {
        return new FactReader(ports, context, 1);
    }

    /** For what is asked once. */
    public static FactReader twice(Ports ports, CallContext context) {
        return new FactReader(ports, context, 2);
    }

    /** Never throws for a remote failure: that it could not be read is what is then known. */
    public Facts read(FactKey<?> key, Facts facts) {
        var known = readTyped(key, facts);
        for (int tried = 1; tried < tries && isMomentary(known.get(key)); tried++) {
            known = readTyped(key, facts);
        }
        return known;
    }

    private static boolean isMomentary(Fact<?> fact) {
        return fact.failure()
                .map(FailureClassifier::classify)
                .filter(diagnosis -> diagnosis.treatment() == Treatment.RESEND_LATER)
                .isPresent();
    }

    private <T> Facts readTyped(FactKey<T> key, Facts facts) {
        try {
            var answer = key.read(ports, context);
            return facts.with(key, answer.value(), answer.at());
        } catch (RemoteException failed) {
            return facts.withFailure(key, failed.failure());
        }
    }
}
