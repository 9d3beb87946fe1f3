package io.github.hpccachecmk.testkit.contract;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.Ports;
import java.util.function.Consumer;

/**
 * A call of a port method that succeeds in the world of the contract.
 *
 * @param operation what it is
 * @param call makes it
 */
record PortCall(PortOperation operation, Consumer<Ports> call) {
    void on(Ports ports) {
        call.accept(ports);
    }
}
