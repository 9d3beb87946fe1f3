package io.github.hpccachecmk.azure.implementation;

import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.IdentityPort;
import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.wire.AccessDocuments;
import io.github.hpccachecmk.core.wire.JsonView;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import java.util.Optional;

/** User-assigned identities over {@link ArmRest}; azure-resourcemanager-msi would add a module for one GET. */
final class IdentityAdapter implements IdentityPort {
    private static final String API_VERSION = "2023-01-31";

    private final Calls calls;
    private final ArmRest rest;

    IdentityAdapter(Calls calls, ArmRest rest) {
        this.calls = calls;
        this.rest = rest;
    }

    @Override
    public Answer<Optional<IdentitySnapshot>> get(CallContext context, UserAssignedIdentityId id) {
        var call = Call.of(PortOperation.GET_IDENTITY, id, context);
        return calls.find(
                call,
                () -> rest.get(call, id.toString(), API_VERSION),
                response -> AccessDocuments.identity(new JsonView(response.getValue())));
    }
}
