package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.core.port.AccessPort;
import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.ManagementLock;
import io.github.hpccachecmk.core.port.Page;
import io.github.hpccachecmk.core.port.PermissionEntry;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.core.port.RoleGrant;
import io.github.hpccachecmk.core.wire.AccessDocuments;
import io.github.hpccachecmk.core.wire.JsonView;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ResourceId;
import java.util.Optional;

/** Role assignments, permissions and locks. */
final class AccessFace implements AccessPort {
    private static final int NO_CONTENT = 204;

    private final RestCalls rest;
    private final ArmUrls urls;

    AccessFace(RestCalls rest, ArmUrls urls) {
        this.rest = rest;
        this.urls = urls;
    }

    @Override
    public Answer<Page<RoleAssignment>> list(
            CallContext context, ResourceId scope, PrincipalId principal, Optional<String> page) {
        var first = urls.roleAssignmentsOf(scope.toString(), principal.toString());
        var call = Call.page(PortOperation.LIST_ROLE_ASSIGNMENTS, context, scope.toString(), first, page);
        return rest.page(call, document -> AccessDocuments.assignment(new JsonView(document)));
    }

    @Override
    public Answer<Page<RoleAssignment>> listOfSubscription(
            CallContext context, String subscription, Optional<String> page) {
        var scope = "/subscriptions/" + subscription;
        var first = urls.role(scope + "/providers/Microsoft.Authorization/roleAssignments");
        var call = Call.page(PortOperation.LIST_ASSIGNMENTS_OF_SUBSCRIPTION, context, scope, first, page);
        return rest.page(call, document -> AccessDocuments.assignment(new JsonView(document)));
    }

    @Override
    public Answer<RoleAssignment> assign(CallContext context, RoleGrant grant) {
        var id = grant.scope() + "/providers/Microsoft.Authorization/roleAssignments/" + grant.name();
        var call = Call.write(
                PortOperation.CREATE_ROLE_ASSIGNMENT,
                context,
                grant.scope().toString(),
                "PUT",
                urls.role(id),
                RoleDocuments.body(grant));
        return rest.send(call, reply -> AccessDocuments.assignment(reply.view()));
    }

    @Override
    public Answer<Boolean> unassign(CallContext context, String assignment) {
        var call = Call.delete(PortOperation.DELETE_ROLE_ASSIGNMENT, context, assignment, urls.role(assignment));
        return rest.send(call, reply -> reply.status() != NO_CONTENT);
    }

    @Override
    public Answer<Page<PermissionEntry>> permissions(CallContext context, String scope, Optional<String> page) {
        var first = urls.role(scope + "/providers/Microsoft.Authorization/permissions");
        var call = Call.page(PortOperation.LIST_PERMISSIONS, context, scope, first, page);
        return rest.page(call, document -> AccessDocuments.permission(new JsonView(document)));
    }

    @Override
    public Answer<Page<ManagementLock>> locks(CallContext context, String scope, Optional<String> page) {
        var call = Call.page(PortOperation.LIST_LOCKS, context, scope, urls.locks(scope), page);
        return rest.page(call, document -> AccessDocuments.lock(new JsonView(document)));
    }
}
