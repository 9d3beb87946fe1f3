package io.github.hpccachecmk.azure;

import com.azure.core.util.logging.ClientLogger;
import io.github.hpccachecmk.azure.implementation.CallObserver;
import io.github.hpccachecmk.core.port.PortOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells the caller's listeners; one that throws disturbs neither the call nor the others. */
final class Listeners implements CallObserver {
    private static final ClientLogger LOGGER = new ClientLogger(Listeners.class);

    private final List<CallListener> listeners;

    Listeners(List<CallListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public void called(
            PortOperation operation,
            String scope,
            String correlationId,
            Instant start,
            Instant end,
            int status,
            String code) {
        if (listeners.isEmpty()) {
            return;
        }
        var call = new RemoteCall(
                operation.name(),
                operation.isWrite(),
                scope,
                correlationId,
                start,
                Duration.between(start, end),
                status,
                code);
        for (var listener : listeners) {
            try {
                listener.called(call);
            } catch (RuntimeException thrown) {
                LOGGER.warning("a call listener threw {}", thrown.getClass().getName());
            }
        }
    }
}
