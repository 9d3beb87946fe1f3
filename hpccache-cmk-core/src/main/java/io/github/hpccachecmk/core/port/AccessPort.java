package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ResourceId;
import java.util.Optional;

/** Role assignments and permissions: Microsoft.Authorization. */
public interface AccessPort {
    /** {@link PortOperation#LIST_ROLE_ASSIGNMENTS}: at, above and below a scope, {@code assignedTo} the principal. */
    Answer<Page<RoleAssignment>> list(
            CallContext context, ResourceId scope, PrincipalId principal, Optional<String> page);

    /**
     * {@link PortOperation#LIST_ASSIGNMENTS_OF_SUBSCRIPTION}: everybody's, at and below a subscription, and those that it
     * inherits.
     */
    Answer<Page<RoleAssignment>> listOfSubscription(CallContext context, String subscription, Optional<String> page);

    /** {@link PortOperation#CREATE_ROLE_ASSIGNMENT}: sending the same grant again is harmless. */
    Answer<RoleAssignment> assign(CallContext context, RoleGrant grant);

    /** {@link PortOperation#DELETE_ROLE_ASSIGNMENT}, by its ARM id; false when there was none. */
    Answer<Boolean> unassign(CallContext context, String assignment);

    /** {@link PortOperation#LIST_PERMISSIONS}: the caller's own; {@code scope} is an ARM id. */
    Answer<Page<PermissionEntry>> permissions(CallContext context, String scope, Optional<String> page);

    /** {@link PortOperation#LIST_LOCKS}: the management locks that hold at a scope. */
    Answer<Page<ManagementLock>> locks(CallContext context, String scope, Optional<String> page);
}
