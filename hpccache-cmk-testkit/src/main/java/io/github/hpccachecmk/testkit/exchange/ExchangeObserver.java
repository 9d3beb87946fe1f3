package io.github.hpccachecmk.testkit.exchange;

import java.util.List;

/**
 * Is told of every exchange, in order, on the thread of the call and before the caller has its answer. What it throws, the
 * caller gets. It must not call the Azure that it observes.
 *
 * <p>One can be handed to a single Azure in memory; one that the class path names in
 * {@code META-INF/services/io.github.hpccachecmk.testkit.exchange.ExchangeObserver} observes all of a JVM and has to be
 * thread-safe.
 */
@FunctionalInterface
public interface ExchangeObserver {
    /** An exchange has taken place. */
    void observe(Exchange exchange);

    /** The observers that the class path names: the same instances at each call. */
    static List<ExchangeObserver> installed() {
        return InstalledObservers.ALL;
    }
}
