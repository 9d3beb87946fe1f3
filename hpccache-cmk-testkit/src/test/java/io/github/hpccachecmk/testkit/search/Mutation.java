package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.util.function.Function;

/** What is put around the real code to see whether a defect is found; does nothing unless overridden. */
interface Mutation {
    /** The real code as it is. */
    Mutation NONE = new Mutation() {};

    default Function<WireRequest, WireOutcome> wire(Function<WireRequest, WireOutcome> services) {
        return services;
    }

    default Ports ports(Ports ports) {
        return ports;
    }

    default Hint hint(Hint hint) {
        return hint;
    }

    default CmkRequest<EncryptedResource> request(CmkRequest<EncryptedResource> request) {
        return request;
    }

    default OperationOptions options(OperationOptions options) {
        return options;
    }
}
