package io.github.hpccachecmk.testkit.contract;

import io.github.hpccachecmk.core.port.Page;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.Ports;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A port method that reads one page of a listing.
 *
 * @param operation what it is
 * @param method reads the page of a token, the first without one
 */
record Listing(PortOperation operation, BiFunction<Ports, Optional<String>, Page<?>> method) {
    Page<?> read(Ports ports, Optional<String> page) {
        return method.apply(ports, page);
    }
}
