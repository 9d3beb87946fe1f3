package io.github.hpccachecmk.core.failure;

import static io.github.hpccachecmk.core.failure.Failures.answered;
import static io.github.hpccachecmk.core.failure.Failures.throttled;
import static io.github.hpccachecmk.core.failure.Failures.unanswered;
import static io.github.hpccachecmk.core.port.PortOperation.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.error.ErrorCode.Recovery;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FailureClassifierTest {
    private static final String FIREWALL_TEXT = "Client address is not authorized and caller is not a trusted service.";

    record Case(String row, RemoteFailure failure, ErrorCode code, Treatment treatment) {
        @Override
        public String toString() {
            return row + " <- " + failure.operation() + ' ' + failure.status() + ' ' + failure.serviceCode();
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "not-sent",
                        unanswered(CREATE_TARGET, Delivery.NOT_SENT),
                        ErrorCode.SERVICE_UNAVAILABLE,
                        Treatment.RESEND_LATER),
                new Case(
                        "write-without-answer",
                        unanswered(ADD_ACCESS_POLICY, Delivery.UNKNOWN),
                        ErrorCode.OUTCOME_UNKNOWN,
                        Treatment.LOOK_FIRST),
                new Case(
                        "read-without-answer",
                        unanswered(GET_VAULT, Delivery.UNKNOWN),
                        ErrorCode.SERVICE_UNAVAILABLE,
                        Treatment.RESEND_LATER),
                new Case(
                        "throttled",
                        throttled(CREATE_TARGET, Duration.ofSeconds(17)),
                        ErrorCode.THROTTLED,
                        Treatment.SLOW_DOWN),
                new Case(
                        "write-timed-out-behind-gateway",
                        answered(PROTECT_VAULT, 504, "GatewayTimeout", "The gateway did not receive a response"),
                        ErrorCode.OUTCOME_UNKNOWN,
                        Treatment.LOOK_FIRST),
                new Case(
                        "vault-read-only",
                        answered(
                                ROTATE_KEY,
                                503,
                                "ServiceUnavailable",
                                "Operation \"KeyRotate\" is unavailable: the service is currently in a read-only state."),
                        ErrorCode.VAULT_READ_ONLY,
                        Treatment.RESEND_LATER),
                new Case(
                        "vault-read-only",
                        answered(ADD_ACCESS_POLICY, 503, "ServiceUnavailable", "The vault is in read-only mode."),
                        ErrorCode.VAULT_READ_ONLY,
                        Treatment.RESEND_LATER),
                new Case(
                        "write-5xx",
                        answered(ADD_ACCESS_POLICY, 503, "ServiceUnavailable", "The service is unavailable."),
                        ErrorCode.SERVICE_UNAVAILABLE,
                        Treatment.LOOK_FIRST),
                new Case(
                        "write-5xx",
                        answered(CREATE_TARGET, 503, "ServiceUnavailable", "The store is in a read-only state."),
                        ErrorCode.SERVICE_UNAVAILABLE,
                        Treatment.LOOK_FIRST),
                new Case(
                        "write-5xx",
                        answered(CREATE_TARGET, 500, "InternalServerError", "Encountered internal server error"),
                        ErrorCode.SERVICE_UNAVAILABLE,
                        Treatment.LOOK_FIRST),
                new Case(
                        "read-5xx",
                        answered(GET_TARGET, 503, "ServerBusy", ""),
                        ErrorCode.SERVICE_UNAVAILABLE,
                        Treatment.RESEND_LATER),
                new Case(
                        "read-5xx",
                        answered(LIST_TARGETS, 504, "GatewayTimeout", ""),
                        ErrorCode.SERVICE_UNAVAILABLE,
                        Treatment.RESEND_LATER),
                new Case(
                        "write-answer-unreadable",
                        answered(CREATE_TARGET, 201, "", "no JSON"),
                        ErrorCode.OUTCOME_UNKNOWN,
                        Treatment.LOOK_FIRST),
                new Case(
                        "read-answer-unreadable",
                        answered(GET_TARGET, 200, "", "no JSON"),
                        ErrorCode.SERVICE_UNAVAILABLE,
                        Treatment.RESEND_LATER),
                new Case(
                        "retired",
                        answered(
                                CREATE_TARGET,
                                409,
                                "OperationNotAllowed",
                                "Unable to create HPC Cache due to product retirement. If received in error, open a"
                                        + " support ticket."),
                        ErrorCode.SERVICE_RETIRED,
                        Treatment.TERMINAL),
                new Case(
                        "refused",
                        answered(CREATE_TARGET, 409, "OperationNotAllowed", "The operation is not allowed."),
                        ErrorCode.REFUSED,
                        Treatment.TERMINAL),
                new Case(
                        "scope-locked",
                        answered(
                                ADD_ACCESS_POLICY, 409, "ScopeLocked", "The scope '/x' cannot perform write operation"),
                        ErrorCode.SCOPE_LOCKED,
                        Treatment.ACT_FIRST),
                new Case(
                        "provider-not-registered",
                        answered(
                                CREATE_TARGET,
                                409,
                                "MissingSubscriptionRegistration",
                                "The subscription is not registered to use namespace 'Microsoft.StorageCache'."),
                        ErrorCode.PROVIDER_NOT_REGISTERED,
                        Treatment.ACT_FIRST),
                new Case(
                        "role-assignment-exists",
                        answered(
                                CREATE_ROLE_ASSIGNMENT,
                                409,
                                "RoleAssignmentExists",
                                "The role assignment already exists."),
                        ErrorCode.CONFLICT,
                        Treatment.ALREADY_THERE),
                new Case(
                        "limit",
                        answered(
                                CREATE_ROLE_ASSIGNMENT,
                                400,
                                "RoleAssignmentLimitExceeded",
                                "The subscription has 4000 of 4000 role assignments."),
                        ErrorCode.LIMIT_REACHED,
                        Treatment.ACT_FIRST),
                new Case(
                        "limit",
                        answered(
                                CREATE_TARGET,
                                409,
                                "OperationNotAllowed",
                                "Operation would exceed the quota: current 4, limit 4."),
                        ErrorCode.LIMIT_REACHED,
                        Treatment.ACT_FIRST),
                new Case(
                        "name-in-deleted-state",
                        answered(
                                PROTECT_VAULT,
                                409,
                                "ConflictError",
                                "A vault with the same name already exists in deleted state. You need to either recover"
                                        + " or purge existing key vault."),
                        ErrorCode.NAME_TAKEN,
                        Treatment.ACT_FIRST),
                new Case(
                        "name-in-deleted-state",
                        answered(
                                PUT_KEY,
                                409,
                                "Conflict",
                                "Key cache-key is currently in a deleted but recoverable state, and its name cannot be reused;"
                                        + " in this state, the key can only be recovered or purged."),
                        ErrorCode.NAME_TAKEN,
                        Treatment.ACT_FIRST),
                new Case(
                        "operation-in-progress",
                        answered(UPDATE_TARGET, 409, "Conflict", "Another operation on this resource is in progress."),
                        ErrorCode.OPERATION_IN_PROGRESS,
                        Treatment.RESEND_LATER),
                new Case(
                        "conflict",
                        answered(
                                PROTECT_VAULT,
                                409,
                                "ConflictError",
                                "The vault has changed from the point the operation began."),
                        ErrorCode.CONFLICT,
                        Treatment.RE_READ),
                new Case(
                        "etag-mismatch",
                        answered(UPDATE_TARGET, 412, "PreconditionFailed", ""),
                        ErrorCode.CONFLICT,
                        Treatment.RE_READ),
                new Case(
                        "principal-not-found",
                        answered(
                                CREATE_ROLE_ASSIGNMENT,
                                400,
                                "PrincipalNotFound",
                                "Principal 0123 does not exist in the directory 4567. ... might be related to a"
                                        + " replication delay."),
                        ErrorCode.PRINCIPAL_NOT_REPLICATED,
                        Treatment.RESEND_LATER),
                new Case(
                        "policy-principal-not-found",
                        answered(
                                ADD_ACCESS_POLICY,
                                400,
                                "BadRequest",
                                "Invalid value found at accessPolicies[0].ObjectId: 22222222-2222-2222-2222-222222222222"),
                        ErrorCode.PRINCIPAL_NOT_REPLICATED,
                        Treatment.RESEND_LATER),
                new Case(
                        "policy-principal-not-found",
                        answered(
                                ADD_ACCESS_POLICY,
                                400,
                                "BadRequest",
                                "An invalid value was provided for 'accessPolicies'."),
                        ErrorCode.PRINCIPAL_NOT_REPLICATED,
                        Treatment.RESEND_LATER),
                new Case(
                        "refused",
                        answered(
                                PROTECT_VAULT,
                                400,
                                "BadRequest",
                                "The property \"enablePurgeProtection\" cannot be set to false."),
                        ErrorCode.REFUSED,
                        Treatment.TERMINAL),
                new Case(
                        "key-access-missing",
                        answered(
                                CREATE_TARGET,
                                400,
                                "KeyVaultAccessForbidden",
                                "Please grant get, wrap and unwrap key permissions."),
                        ErrorCode.KEY_ACCESS_MISSING,
                        Treatment.RESEND_LATER),
                new Case(
                        "key-missing",
                        answered(CREATE_TARGET, 400, "KeyVaultKeyNotFound", "The key was not found."),
                        ErrorCode.RESOURCE_MISSING,
                        Treatment.ACT_FIRST),
                new Case(
                        "service-behind-vault-firewall",
                        answered(CREATE_TARGET, 403, "Forbidden", FIREWALL_TEXT),
                        ErrorCode.VAULT_FIREWALL,
                        Treatment.ACT_FIRST),
                new Case(
                        "caller-behind-vault-firewall",
                        answered(READ_KEY, 403, "Forbidden", FIREWALL_TEXT, "ForbiddenByFirewall"),
                        ErrorCode.VAULT_FIREWALL,
                        Treatment.USE_CONTROL_PLANE),
                new Case(
                        "vault-firewall",
                        answered(GET_KEY, 403, "Forbidden", FIREWALL_TEXT),
                        ErrorCode.VAULT_FIREWALL,
                        Treatment.ACT_FIRST),
                new Case(
                        "data-plane-forbidden",
                        answered(READ_KEY, 403, "Forbidden", "Caller is not authorized", "ForbiddenByRbac"),
                        ErrorCode.CALLER_DATA_PLANE_FORBIDDEN,
                        Treatment.USE_CONTROL_PLANE),
                new Case(
                        "data-plane-forbidden",
                        answered(READ_DELETED_KEY, 403, "Forbidden", "does not have keys get", "AccessDenied"),
                        ErrorCode.CALLER_DATA_PLANE_FORBIDDEN,
                        Treatment.USE_CONTROL_PLANE),
                new Case(
                        "policy-denied",
                        answered(
                                CREATE_TARGET,
                                403,
                                "RequestDisallowedByPolicy",
                                "Resource 'c' was disallowed by policy. Policy identifiers: 'no-public-vaults'."),
                        ErrorCode.POLICY_DENIED,
                        Treatment.ACT_FIRST),
                new Case(
                        "linked-authorization",
                        answered(
                                CREATE_TARGET,
                                403,
                                "LinkedAuthorizationFailed",
                                "does not have permission to perform action(s) 'Microsoft.Network/virtualNetworks/"
                                        + "subnets/join/action' on the linked scope(s) '/subnet'"),
                        ErrorCode.CALLER_NOT_AUTHORIZED,
                        Treatment.ACT_FIRST),
                new Case(
                        "nothing-to-query",
                        answered(
                                QUERY_RESOURCES,
                                400,
                                "BadRequest",
                                "Please provide below info when asking for support.",
                                "NoValidSubscriptionsInQueryRequest"),
                        ErrorCode.CALLER_NOT_AUTHORIZED,
                        Treatment.ACT_FIRST),
                new Case(
                        "caller-not-authorized",
                        answered(
                                ADD_ACCESS_POLICY,
                                403,
                                "AuthorizationFailed",
                                "does not have authorization to perform action"
                                        + " 'Microsoft.KeyVault/vaults/accessPolicies/write' over scope '/v'"),
                        ErrorCode.CALLER_NOT_AUTHORIZED,
                        Treatment.ACT_FIRST),
                new Case(
                        "credential-refused",
                        answered(GET_VAULT, 401, "ExpiredAuthenticationToken", "The access token expiry UTC time"),
                        ErrorCode.CREDENTIAL_REFUSED,
                        Treatment.ACT_FIRST),
                new Case(
                        "parent-not-found",
                        answered(
                                CREATE_TARGET,
                                404,
                                "ResourceGroupNotFound",
                                "Resource group 'render-rg' could not be found."),
                        ErrorCode.RESOURCE_MISSING,
                        Treatment.ACT_FIRST),
                new Case(
                        "single-404-of-a-write",
                        answered(ADD_ACCESS_POLICY, 404, "ResourceNotFound", "The Resource was not found."),
                        ErrorCode.RESOURCE_MISSING,
                        Treatment.RE_READ),
                new Case(
                        "not-found",
                        answered(CREATE_TARGET, 404, "NotFound", "subnet not found"),
                        ErrorCode.RESOURCE_MISSING,
                        Treatment.ACT_FIRST),
                new Case(
                        "refused",
                        answered(CREATE_TARGET, 400, "InvalidParameter", "Specified an unknown Cache SKU 'X'."),
                        ErrorCode.REFUSED,
                        Treatment.TERMINAL),
                new Case(
                        "refused",
                        answered(CREATE_TARGET, 409, "SomethingNew", "No."),
                        ErrorCode.REFUSED,
                        Treatment.TERMINAL),
                new Case("refused", answered(GET_TARGET, 302, "", "moved"), ErrorCode.REFUSED, Treatment.TERMINAL));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void knownFailure_getsTheAnswerOfItsRow(Case known) {
        var diagnosis = FailureClassifier.classify(known.failure());

        assertThat(Row.first(CallFailures.TABLE, known.failure()).id()).isEqualTo(known.row());
        assertThat(diagnosis.code()).isEqualTo(known.code());
        assertThat(diagnosis.treatment()).isEqualTo(known.treatment());
        assertThat(diagnosis.failure()).isEqualTo(known.failure());
    }

    @Test
    void everyRow_hasACase() {
        var covered = cases().map(Case::row).collect(Collectors.toSet());

        assertThat(CallFailures.TABLE).extracting(Row::id).doesNotHaveDuplicates();
        assertThat(covered)
                .containsExactlyInAnyOrderElementsOf(
                        CallFailures.TABLE.stream().map(Row::id).toList());
    }

    @Test
    void rows_endTheFlowExactlyWhereTheCodeSaysThatNothingHelps() {
        for (var row : CallFailures.TABLE) {
            var recovery = row.code().recovery();
            assertThat(row.treatment() == Treatment.TERMINAL).as(row.id()).isEqualTo(recovery == Recovery.TERMINAL);
            if (Set.of(Treatment.ACT_FIRST, Treatment.USE_CONTROL_PLANE).contains(row.treatment())) {
                assertThat(recovery).as(row.id()).isEqualTo(Recovery.ACT_THEN_SAME_REQUEST);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(PortOperation.class)
    void lostAnswer_isLookedForAfterAWriteAndAskedAgainAfterARead(PortOperation operation) {
        var diagnosis = FailureClassifier.classify(unanswered(operation, Delivery.UNKNOWN));

        assertThat(diagnosis.treatment())
                .isEqualTo(operation.isWrite() ? Treatment.LOOK_FIRST : Treatment.RESEND_LATER);
    }

    @ParameterizedTest
    @EnumSource(PortOperation.class)
    void throttling_countsForEveryCall(PortOperation operation) {
        var diagnosis = FailureClassifier.classify(throttled(operation, Duration.ofSeconds(17)));

        assertThat(diagnosis.treatment()).isEqualTo(Treatment.SLOW_DOWN);
        assertThat(diagnosis.retryAfter()).contains(Duration.ofSeconds(17));
    }

    @Test
    void codesOfOtherCase_areTheSameCodes() {
        assertThat(FailureClassifier.classify(answered(ADD_ACCESS_POLICY, 409, "SCOPELOCKED", "x"))
                        .code())
                .isEqualTo(ErrorCode.SCOPE_LOCKED);
    }

    @Test
    void message_namesCallScopeAnswerAndTheServicesWords() {
        var diagnosis = FailureClassifier.classify(
                answered(ADD_ACCESS_POLICY, 403, "AuthorizationFailed", "no action 'a/write' over scope '/s'"));

        assertThat(diagnosis.message())
                .isEqualTo("ADD_ACCESS_POLICY on " + Failures.VAULT
                        + " was answered 403 AuthorizationFailed: no action 'a/write' over scope '/s'");
    }

    @Test
    void messageWithoutServiceWords_inventsNone() {
        assertThat(FailureClassifier.classify(answered(GET_VAULT, 403, "", "")).message())
                .isEqualTo("GET_VAULT on " + Failures.VAULT + " was answered 403");
    }

    @Test
    void hostileServiceText_cannotSteerATerminal() {
        var message = FailureClassifier.classify(answered(GET_VAULT, 400, "Bad", "a\u001b[2Jb\r\nc\u202ed"))
                .message();

        assertThat(message).endsWith("a\\u001b[2Jb  c\\u202ed");
    }

    @Test
    void error_carriesServiceCodeAndBothIds() {
        var error =
                FailureClassifier.classify(answered(GET_VAULT, 400, "Bad", "x")).toError("corr-1");

        assertThat(error.code()).isEqualTo(ErrorCode.REFUSED);
        assertThat(error.serviceCode()).contains("Bad");
        assertThat(error.requestId()).contains("req-1");
        assertThat(error.correlationId()).contains("corr-1");
        assertThat(error.remedy()).isEqualTo(ErrorCode.REFUSED.remedy());
    }

    @Test
    void errorOfACallWithoutAnswer_hasNoServiceCode() {
        assertThat(FailureClassifier.classify(unanswered(GET_VAULT, Delivery.NOT_SENT))
                        .toError("c")
                        .serviceCode())
                .isEmpty();
    }

    record ResourceCase(String row, String code, String message, ErrorCode expected, Treatment treatment) {}

    static List<ResourceCase> resourceCases() {
        return List.of(
                new ResourceCase(
                        "key-access-missing",
                        "KeyVaultAccessForbidden",
                        "Please grant get, wrap and unwrap key permissions",
                        ErrorCode.KEY_ACCESS_MISSING,
                        Treatment.RESEND_LATER),
                new ResourceCase(
                        "key-access-missing",
                        "",
                        "The service cannot use the key. Please grant get, wrap and unwrap key permissions to it.",
                        ErrorCode.KEY_ACCESS_MISSING,
                        Treatment.RESEND_LATER),
                new ResourceCase(
                        "key-missing",
                        "KeyVaultKeyNotFound",
                        "not there",
                        ErrorCode.RESOURCE_MISSING,
                        Treatment.ACT_FIRST),
                new ResourceCase(
                        "service-behind-vault-firewall",
                        "Forbidden",
                        FIREWALL_TEXT,
                        ErrorCode.VAULT_FIREWALL,
                        Treatment.ACT_FIRST),
                new ResourceCase(
                        "deployment-failed",
                        "AscInternalError",
                        "Error encountered deploying the cache.",
                        ErrorCode.RESOURCE_FAILED,
                        Treatment.TERMINAL),
                new ResourceCase("other", "New", "?", ErrorCode.RESOURCE_FAILED, Treatment.TERMINAL));
    }

    @ParameterizedTest
    @MethodSource("resourceCases")
    void knownReasonOfAResource_getsTheAnswerOfItsRow(ResourceCase known) {
        var diagnosis = FailureClassifier.classifyResourceFailure(known.code(), known.message());

        assertThat(Row.first(ResourceFailures.TABLE, new ResourceFailures.Reason(known.code(), known.message()))
                        .id())
                .isEqualTo(known.row());
        assertThat(diagnosis.code()).isEqualTo(known.expected());
        assertThat(diagnosis.treatment()).isEqualTo(known.treatment());
        assertThat(diagnosis.message()).isEqualTo(known.message());
    }

    @Test
    void everyRowOfResources_hasACase() {
        assertThat(resourceCases().stream().map(ResourceCase::row).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(
                        ResourceFailures.TABLE.stream().map(Row::id).toList());
    }

    @Test
    void reasonWithoutWords_saysSo() {
        var error = FailureClassifier.classifyResourceFailure("AscInternalError", "")
                .toError("corr-1");

        assertThat(error.message()).isEqualTo("The service gives no reason in words.");
        assertThat(error.serviceCode()).contains("AscInternalError");
        assertThat(error.correlationId()).contains("corr-1");
    }

    @Test
    void firewallOfTheService_isToldFromTheCallersOwn() {
        var services = FailureClassifier.classifyResourceFailure("", FIREWALL_TEXT);
        var callers = FailureClassifier.classify(answered(READ_KEY, 403, "Forbidden", FIREWALL_TEXT));

        assertThat(services.remedy()).contains("trusted services");
        assertThat(callers.remedy()).isEqualTo(ErrorCode.VAULT_FIREWALL.remedy());
    }
}
