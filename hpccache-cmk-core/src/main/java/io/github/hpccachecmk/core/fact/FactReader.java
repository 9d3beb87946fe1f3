package io.github.hpccachecmk.core.fact;

import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.RemoteException;

/**
 * Reads one fact and takes it in. A flow reads once a pass and tries again by another pass; a plan and a query have no other pass, so
 * their reads have a {@link Patience}. Thread-safe.
 */
public final class FactReader {
    private final Ports ports;
    private final CallContext context;
    private final Patience patience;

    /** Reads through {@code ports}, as often as {@code patience} has it. */
    public FactReader(Ports ports, CallContext context, Patience patience) {
        this.ports = ports;
        this.context = context;
        this.patience = patience;
    }

    /** For what comes again by itself. */
    public static FactReader once(Ports ports, CallContext context) {
        return new FactReader(ports, context, Patience.once());
    }

    /** For what is asked once. */
    public static FactReader twice(Ports ports, CallContext context) {
        return new FactReader(ports, context, Patience.twice());
    }

    /** Never throws for a remote failure: that it could not be read is what is then known. */
    public Facts read(FactKey<?> key, Facts facts) {
        return readTyped(key, facts);
    }

    /** The same for one fact by itself. */
    public <T> Fact<T> read(FactKey<T> key) {
        return readTyped(key, Facts.none()).get(key);
    }

    private <T> Facts readTyped(FactKey<T> key, Facts facts) {
        try {
            var answer = patience.ask(() -> key.read(ports, context));
            return facts.with(key, answer.value(), answer.at());
        } catch (RemoteException failed) {
            return facts.withFailure(key, failed.failure());
        }
    }
}
