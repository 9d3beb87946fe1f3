package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.UserAssignedIdentityId;
import java.util.Optional;

/** User-assigned identities: Microsoft.ManagedIdentity. */
public interface IdentityPort {
    /** {@link PortOperation#GET_IDENTITY}; empty on 404. */
    Answer<Optional<IdentitySnapshot>> get(CallContext context, UserAssignedIdentityId id);
}
