package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.IdentityPort;
import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.wire.AccessDocuments;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import java.util.Optional;

/** User-assigned identities. */
final class IdentitiesFace implements IdentityPort {
    private final RestCalls rest;
    private final ArmUrls urls;

    IdentitiesFace(RestCalls rest, ArmUrls urls) {
        this.rest = rest;
        this.urls = urls;
    }

    @Override
    public Answer<Optional<IdentitySnapshot>> get(CallContext context, UserAssignedIdentityId id) {
        var call = Call.get(PortOperation.GET_IDENTITY, context, id.toString(), urls.identity(id.toString()));
        return rest.find(call, reply -> AccessDocuments.identity(reply.view()));
    }
}
