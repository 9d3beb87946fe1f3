package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.rest.PagedFlux;
import com.azure.resourcemanager.authorization.fluent.RoleAssignmentsClient;
import com.azure.resourcemanager.authorization.fluent.models.RoleAssignmentInner;
import com.azure.resourcemanager.authorization.models.PrincipalType;
import com.azure.resourcemanager.authorization.models.RoleAssignmentCreateParameters;
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
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ResourceId;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * Role assignments over azure-resourcemanager-authorization's service client; permissions and locks over {@link ArmRest},
 * because the SDK's permissions client takes no ARM id and no page, and locks would add a module.
 */
final class AccessAdapter implements AccessPort {
    private static final String AUTHORIZATION = "/providers/Microsoft.Authorization/";
    private static final String PERMISSIONS_VERSION = "2022-04-01";
    private static final String LOCKS_VERSION = "2020-05-01";

    private static final int NO_CONTENT = 204;

    private final Calls calls;
    private final RoleAssignmentsClient assignments;
    private final Pages pages;

    AccessAdapter(Calls calls, RoleAssignmentsClient assignments, ArmRest rest) {
        this.calls = calls;
        this.assignments = assignments;
        this.pages = new Pages(rest);
    }

    @Override
    public Answer<Page<RoleAssignment>> list(
            CallContext context, ResourceId scope, PrincipalId principal, Optional<String> page) {
        var call = Call.of(PortOperation.LIST_ROLE_ASSIGNMENTS, scope, context);
        var all = assignments.listForScopeAsync(
                relative(scope.toString()), "assignedTo('" + principal + "')", null, null);
        return assignmentPage(call, all, page);
    }

    @Override
    public Answer<Page<RoleAssignment>> listOfSubscription(
            CallContext context, String subscription, Optional<String> page) {
        var scope = "/subscriptions/" + subscription;
        var call = Call.of(PortOperation.LIST_ASSIGNMENTS_OF_SUBSCRIPTION, scope, context);
        return assignmentPage(call, assignments.listForScopeAsync(relative(scope), null, null, null), page);
    }

    @Override
    public Answer<RoleAssignment> assign(CallContext context, RoleGrant grant) {
        var call = Call.of(PortOperation.CREATE_ROLE_ASSIGNMENT, grant.scope(), context);
        var parameters = new RoleAssignmentCreateParameters()
                .withPrincipalId(grant.principal().toString())
                // Without it a principal that is not replicated yet is refused instead of believed.
                .withPrincipalType(PrincipalType.SERVICE_PRINCIPAL)
                .withRoleDefinitionId("/subscriptions/" + grant.scope().subscription() + AUTHORIZATION
                        + "roleDefinitions/" + grant.roleId());
        return calls.answer(
                call,
                () -> assignments.createWithResponse(
                        relative(grant.scope().toString()), grant.name().toString(), parameters, call.context()),
                response -> assignment(response.getValue()));
    }

    @Override
    public Answer<Boolean> unassign(CallContext context, String assignment) {
        var call = Call.of(PortOperation.DELETE_ROLE_ASSIGNMENT, assignment, context);
        return calls.answer(
                call,
                () -> assignments.deleteByIdWithResponse(relative(assignment), null, call.context()),
                response -> response.getStatusCode() != NO_CONTENT);
    }

    @Override
    public Answer<Page<PermissionEntry>> permissions(CallContext context, String scope, Optional<String> page) {
        var call = Call.of(PortOperation.LIST_PERMISSIONS, scope, context);
        return calls.answer(
                call,
                () -> pages.fetch(call, scope + AUTHORIZATION + "permissions", PERMISSIONS_VERSION, page),
                response -> Pages.read(response, AccessDocuments::permission));
    }

    @Override
    public Answer<Page<ManagementLock>> locks(CallContext context, String scope, Optional<String> page) {
        var call = Call.of(PortOperation.LIST_LOCKS, scope, context);
        return calls.answer(
                call,
                () -> pages.fetch(call, scope + AUTHORIZATION + "locks", LOCKS_VERSION, page),
                response -> Pages.read(response, AccessDocuments::lock));
    }

    private Answer<Page<RoleAssignment>> assignmentPage(
            Call call, PagedFlux<RoleAssignmentInner> all, Optional<String> page) {
        return calls.answer(
                call,
                () -> OnePage.of(all, call, page),
                response -> new Page<>(
                        response.getValue().stream()
                                .map(AccessAdapter::assignment)
                                .toList(),
                        Pages.token(Optional.ofNullable(response.getContinuationToken()))));
    }

    /** The client puts a slash in front of the scope by itself. */
    private static String relative(String scope) {
        return scope.substring(1);
    }

    private static RoleAssignment assignment(RoleAssignmentInner inner) {
        var role = inner.roleDefinitionId();
        return new RoleAssignment(
                inner.id(),
                inner.scope(),
                PrincipalId.of(inner.principalId()),
                role.substring(role.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT),
                Optional.ofNullable(inner.condition()).filter(condition -> !condition.isBlank()),
                Optional.ofNullable(inner.createdOn()).map(OffsetDateTime::toInstant));
    }
}
