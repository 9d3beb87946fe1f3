package io.github.hpccachecmk.testkit.exchange;

import java.util.List;
import java.util.ServiceLoader;

/** The observers that the class path names. Looking for them takes longer than making a world: once for all. */
final class InstalledObservers {
    static final List<ExchangeObserver> ALL =
            ServiceLoader.load(ExchangeObserver.class, ExchangeObserver.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private InstalledObservers() {}
}
