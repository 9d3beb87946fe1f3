package io.github.hpccachecmk.core.failure;

import static io.github.hpccachecmk.core.failure.Match.code;
import static io.github.hpccachecmk.core.failure.Match.dataPlane;
import static io.github.hpccachecmk.core.failure.Match.delivery;
import static io.github.hpccachecmk.core.failure.Match.operation;
import static io.github.hpccachecmk.core.failure.Match.status;
import static io.github.hpccachecmk.core.failure.Match.statusClass;
import static io.github.hpccachecmk.core.failure.Match.targetWrite;
import static io.github.hpccachecmk.core.failure.Match.text;
import static io.github.hpccachecmk.core.failure.Match.vaultWrite;
import static io.github.hpccachecmk.core.failure.Match.write;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import io.github.hpccachecmk.error.ErrorCode;
import java.util.List;
import java.util.function.Predicate;

/**
 * The table of failed calls, most specific first. Sources: the services' REST error references and the texts that users
 * of other tools report; a code that is not here is shown as it came.
 */
final class CallFailures {
    private static final Predicate<RemoteFailure> FIREWALL = code("ForbiddenByFirewall", "ForbiddenByConnection")
            .or(text("client address is not authorized"))
            .or(text("caller is not a trusted service"))
            .or(text("public network access is disabled"));

    static final List<Row<RemoteFailure>> TABLE = List.of(
            // No answer, or none that tells what happened.
            Row.of(
                    "not-sent",
                    delivery(Delivery.NOT_SENT).and(status(401).negate()),
                    ErrorCode.SERVICE_UNAVAILABLE,
                    Treatment.RESEND_LATER),
            Row.of(
                    "write-without-answer",
                    write().and(delivery(Delivery.UNKNOWN)),
                    ErrorCode.OUTCOME_UNKNOWN,
                    Treatment.LOOK_FIRST),
            Row.of(
                    "read-without-answer",
                    delivery(Delivery.UNKNOWN),
                    ErrorCode.SERVICE_UNAVAILABLE,
                    Treatment.RESEND_LATER),
            Row.of("throttled", status(429), ErrorCode.THROTTLED, Treatment.SLOW_DOWN),
            Row.of(
                    "write-timed-out-behind-gateway",
                    write().and(status(408).or(status(504))),
                    ErrorCode.OUTCOME_UNKNOWN,
                    Treatment.LOOK_FIRST),
            // The vault refuses before it does anything, so nothing has to be looked for.
            Row.of(
                    "vault-read-only",
                    vaultWrite().and(status(503)).and(text("read-only state").or(text("read-only mode"))),
                    ErrorCode.VAULT_READ_ONLY,
                    Treatment.RESEND_LATER),
            Row.of("write-5xx", write().and(statusClass(5)), ErrorCode.SERVICE_UNAVAILABLE, Treatment.LOOK_FIRST),
            Row.of("read-5xx", statusClass(5).or(status(408)), ErrorCode.SERVICE_UNAVAILABLE, Treatment.RESEND_LATER),
            Row.of(
                    "write-answer-unreadable",
                    write().and(statusClass(2)),
                    ErrorCode.OUTCOME_UNKNOWN,
                    Treatment.LOOK_FIRST),
            Row.of("read-answer-unreadable", statusClass(2), ErrorCode.SERVICE_UNAVAILABLE, Treatment.RESEND_LATER),

            // Refusals that look like a conflict and are none.
            Row.of(
                    "retired",
                    status(409)
                            .and(code("OperationNotAllowed"))
                            .and(text("unable to create"))
                            .and(text("retire")),
                    ErrorCode.SERVICE_RETIRED,
                    Treatment.TERMINAL,
                    "Use Azure Managed Lustre: CreateEncryptedFileSystem. If the refusal is an error, open a support"
                            + " ticket."),
            Row.of("policy-denied", code("RequestDisallowedByPolicy"), ErrorCode.POLICY_DENIED, Treatment.ACT_FIRST),
            Row.of("scope-locked", code("ScopeLocked"), ErrorCode.SCOPE_LOCKED, Treatment.ACT_FIRST),
            Row.of(
                    "provider-not-registered",
                    code("MissingSubscriptionRegistration"),
                    ErrorCode.PROVIDER_NOT_REGISTERED,
                    Treatment.ACT_FIRST),
            Row.of(
                    "role-assignment-exists",
                    code("RoleAssignmentExists"),
                    ErrorCode.CONFLICT,
                    Treatment.ALREADY_THERE,
                    "Nothing: the flow looks the assignment up by its principal."),
            Row.of(
                    "limit",
                    code("RoleAssignmentLimitExceeded", "QuotaExceeded", "SubscriptionQuotaExceeded")
                            .or(statusClass(4).and(text("exceed")).and(text("quota"))),
                    ErrorCode.LIMIT_REACHED,
                    Treatment.ACT_FIRST),
            Row.of(
                    "name-in-deleted-state",
                    status(409)
                            .and(text("deleted state")
                                    .or(text("deleted but recoverable state"))
                                    .or(code("ObjectIsDeletedButRecoverable"))),
                    ErrorCode.NAME_TAKEN,
                    Treatment.ACT_FIRST,
                    "Recover the deleted resource (nothing is ever purged by this library) or choose another name."),

            // Conflicts.
            Row.of(
                    "operation-in-progress",
                    status(409)
                            .and(code("AnotherOperationInProgress", "OperationInProgress")
                                    .or(text("in progress"))),
                    ErrorCode.OPERATION_IN_PROGRESS,
                    Treatment.RESEND_LATER),
            Row.of(
                    "conflict",
                    status(409)
                            .and(code("Conflict", "ConflictError", "")
                                    .or(text("changed from the point the operation began"))),
                    ErrorCode.CONFLICT,
                    Treatment.RE_READ),
            Row.of("etag-mismatch", status(412), ErrorCode.CONFLICT, Treatment.RE_READ),

            // Propagation, and the resource's own access to the key.
            Row.of(
                    "principal-not-found",
                    status(400).and(code("PrincipalNotFound").or(text("replication delay"))),
                    ErrorCode.PRINCIPAL_NOT_REPLICATED,
                    Treatment.RESEND_LATER),
            Row.of(
                    "policy-principal-not-found",
                    status(400)
                            .and(operation(PortOperation.ADD_ACCESS_POLICY))
                            .and(text("objectId").or(text("invalid value was provided for 'accessPolicies'"))),
                    ErrorCode.PRINCIPAL_NOT_REPLICATED,
                    Treatment.RESEND_LATER),
            Row.of(
                    "key-access-missing",
                    targetWrite()
                            .and(code(ResourceFailures.ACCESS_FORBIDDEN)
                                    .or(text(ResourceFailures.ACCESS_FORBIDDEN))
                                    .or(text(ResourceFailures.PLEASE_GRANT))),
                    ErrorCode.KEY_ACCESS_MISSING,
                    Treatment.RESEND_LATER),
            Row.of(
                    "key-missing",
                    targetWrite().and(code(ResourceFailures.KEY_NOT_FOUND).or(text(ResourceFailures.KEY_NOT_FOUND))),
                    ErrorCode.RESOURCE_MISSING,
                    Treatment.ACT_FIRST,
                    ResourceFailures.KEY_REMEDY),

            // Firewalls: the service's own way to the vault, or the caller's.
            Row.of(
                    "service-behind-vault-firewall",
                    targetWrite().and(FIREWALL),
                    ErrorCode.VAULT_FIREWALL,
                    Treatment.ACT_FIRST,
                    ResourceFailures.FIREWALL_REMEDY),
            Row.of(
                    "caller-behind-vault-firewall",
                    status(403).and(dataPlane()).and(FIREWALL),
                    ErrorCode.VAULT_FIREWALL,
                    Treatment.USE_CONTROL_PLANE),
            Row.of("vault-firewall", status(403).and(FIREWALL), ErrorCode.VAULT_FIREWALL, Treatment.ACT_FIRST),

            // The caller's rights.
            Row.of(
                    "data-plane-forbidden",
                    status(403).and(dataPlane()),
                    ErrorCode.CALLER_DATA_PLANE_FORBIDDEN,
                    Treatment.USE_CONTROL_PLANE),
            Row.of(
                    "linked-authorization",
                    code("LinkedAuthorizationFailed"),
                    ErrorCode.CALLER_NOT_AUTHORIZED,
                    Treatment.ACT_FIRST,
                    "Give the caller the action on the linked resource that the message names, then go on."),
            Row.of(
                    "caller-not-authorized",
                    status(403).and(code("AuthorizationFailed", "DenyAssignmentAuthorizationFailed", "Forbidden", "")),
                    ErrorCode.CALLER_NOT_AUTHORIZED,
                    Treatment.ACT_FIRST),
            Row.of(
                    "nothing-to-query",
                    operation(PortOperation.QUERY_RESOURCES).and(code("NoValidSubscriptionsInQueryRequest")),
                    ErrorCode.CALLER_NOT_AUTHORIZED,
                    Treatment.ACT_FIRST,
                    "Check the id of the scope, and give the caller the role Reader on it: Resource Graph answers like this"
                            + " for a subscription of which the caller may read nothing."),
            Row.of("credential-refused", status(401), ErrorCode.CREDENTIAL_REFUSED, Treatment.ACT_FIRST),

            // A single 404 on something that was seen is read again before it is believed.
            Row.of(
                    "parent-not-found",
                    status(404).and(code("ResourceGroupNotFound", "SubscriptionNotFound")),
                    ErrorCode.RESOURCE_MISSING,
                    Treatment.ACT_FIRST),
            Row.of(
                    "single-404-of-a-write",
                    status(404)
                            .and(operation(
                                    PortOperation.UPDATE_TARGET,
                                    PortOperation.PROTECT_VAULT,
                                    PortOperation.ADD_ACCESS_POLICY,
                                    PortOperation.CREATE_ROLE_ASSIGNMENT)),
                    ErrorCode.RESOURCE_MISSING,
                    Treatment.RE_READ,
                    "Nothing yet: the flow reads again before it believes a single 404."),
            Row.of("not-found", status(404), ErrorCode.RESOURCE_MISSING, Treatment.ACT_FIRST),
            Row.of("refused", failure -> true, ErrorCode.REFUSED, Treatment.TERMINAL));

    private CallFailures() {}
}
