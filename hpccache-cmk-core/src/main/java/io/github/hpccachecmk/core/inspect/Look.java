package io.github.hpccachecmk.core.inspect;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.core.failure.FailureClassifier;
import io.github.hpccachecmk.core.failure.Treatment;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.core.port.RemoteFailure;

/** Reads facts for a query, which has no next pass: what fails for a moment is tried once more. */
final class Look {
    private final Ports ports;
    private final CallContext context;

    Look(Ports ports, CallContext context) {
        this.ports = ports;
        this.context = context;
    }

    /** Never throws for a remote failure: that it could not be read is what is then known. */
    <T> Facts read(FactKey<T> key, Facts facts) {
        try {
            return observed(key, facts);
        } catch (RemoteException failed) {
            return isMomentary(failed.failure()) ? again(key, facts) : facts.withFailure(key, failed.failure());
        }
    }

    private <T> Facts again(FactKey<T> key, Facts facts) {
        try {
            return observed(key, facts);
        } catch (RemoteException failed) {
            return facts.withFailure(key, failed.failure());
        }
    }

    private <T> Facts observed(FactKey<T> key, Facts facts) {
        var answer = key.read(ports, context);
        return facts.with(key, answer.value(), answer.at());
    }

    private static boolean isMomentary(RemoteFailure failure) {
        return FailureClassifier.classify(failure).treatment() == Treatment.RESEND_LATER;
    }
}
