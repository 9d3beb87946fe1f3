package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.policy.PolicySettings;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.FlowEvent;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.testkit.FakeAzure;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What says no: throttles, conflicts, locks, policies, missing rights, a retired service. */
class RefusalSituationsTest {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(97);
    private static final String GRANT_RIGHT = "Microsoft.KeyVault/vaults/accessPolicies/write";

    static Stream<Arguments> writes() {
        return Writing.onEachFace();
    }

    static Stream<Arguments> reads() {
        return Stream.of(
                        PortOperation.GET_TARGET,
                        PortOperation.LIST_TARGETS,
                        PortOperation.GET_VAULT,
                        PortOperation.GET_KEY,
                        PortOperation.LIST_ROLE_ASSIGNMENTS,
                        PortOperation.GET_IDENTITY)
                .flatMap(operation -> Stream.of(Face.values()).map(face -> Arguments.of(operation, face)));
    }

    // ---- 429

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("writes")
    void throttledWrite_isSentAgainAfterExactlyTheTimeAskedFor(Writing writing, Face face) throws InterruptedException {
        var job = Job.of(face, writing.variant());
        job.azure.faults().on(writing.operation()).nextCalls(3).throttle((int) RETRY_AFTER.toSeconds());

        job.succeeds();

        var first = job.at(writing.operation(), 1);
        for (int call = 1; call <= 4; call++) {
            assertThat(job.at(writing.operation(), call))
                    .as(job.timeline())
                    .isEqualTo(first.plus(RETRY_AFTER.multipliedBy(call - 1L)));
        }
        assertThat(job.calls(writing.operation())).as(job.timeline()).hasSize(4);
        nothingCalledDuring(job, first, RETRY_AFTER);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("reads")
    void throttledRead_isSentAgainAfterExactlyTheTimeAskedFor(PortOperation operation, Face face)
            throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_USER_RBAC);
        job.azure.faults().on(operation).nextCalls(3).throttle((int) RETRY_AFTER.toSeconds());

        job.succeeds();

        var first = job.at(operation, 1);
        for (int call = 1; call <= 4; call++) {
            assertThat(job.at(operation, call))
                    .as(job.timeline())
                    .isEqualTo(first.plus(RETRY_AFTER.multipliedBy(call - 1L)));
        }
        nothingCalledDuring(job, job.at(operation, 3), RETRY_AFTER);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void throttledFlow_slowsTheOtherFlowsOfTheSameEngine(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        var sibling = Job.changed(job.request, "cache", job.azure.cache("comp").id());
        job.azure
                .faults()
                .on(PortOperation.CREATE_TARGET)
                .when(request -> request.path().endsWith("/render"))
                .throttle((int) RETRY_AFTER.toSeconds());
        var other = job.keys.begin(sibling);

        job.succeeds();
        other.await(Duration.ofHours(2));

        var throttled = job.calls(PortOperation.CREATE_TARGET).stream()
                .filter(call -> call.outcome().contains("429"))
                .findFirst()
                .orElseThrow();
        nothingCalledDuring(job, throttled.at(), RETRY_AFTER);
        assertThat(job.azure.cache("comp").isHealthy()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void throttledForLong_looksAtTheNameAgainBeforeTheCreate(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure.faults().on(PortOperation.CREATE_TARGET).throttle(1800);

        job.succeeds();

        var second = job.calls(PortOperation.CREATE_TARGET).get(1);
        assertThat(job.made().entries())
                .as(job.timeline())
                .anyMatch(call -> call.operation().equals(PortOperation.GET_TARGET.name())
                        && call.at().equals(second.at())
                        && call.sequence() < second.sequence());
    }

    // ---- 409

    @ParameterizedTest
    @EnumSource(Face.class)
    void conflictOnTheVault_isReadAndSentAgain(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure
                .faults()
                .on(PortOperation.ADD_ACCESS_POLICY)
                .nextCalls(2)
                .answer(409, "ConflictError", "A conflict occurred that prevented the operation from completing.");

        job.succeeds();

        var grants = job.calls(PortOperation.ADD_ACCESS_POLICY);
        assertThat(grants).as(job.timeline()).hasSize(3);
        for (int call = 1; call < 3; call++) {
            var refused = grants.get(call - 1);
            var again = grants.get(call);
            assertThat(job.calls(PortOperation.GET_VAULT))
                    .as(job.timeline())
                    .anyMatch(read -> read.sequence() > refused.sequence() && read.sequence() < again.sequence());
        }
        assertThat(job.changes()).as(job.timeline()).isEqualTo(2);
    }

    static Stream<Arguments> passing() {
        return Stream.of(
                        Arguments.of(409, "AnotherOperationInProgress", "Another operation is in progress."),
                        Arguments.of(412, "PreconditionFailed", "The etag does not match."),
                        Arguments.of(503, "ServiceUnavailable", "Try again later."))
                .flatMap(refusal -> Stream.of(Face.values())
                        .map(face -> Arguments.of(refusal.get()[0], refusal.get()[1], refusal.get()[2], face)));
    }

    @ParameterizedTest(name = "{0} {1} {3}")
    @MethodSource("passing")
    void refusalThatPasses_isWaitedFor(int status, String code, String words, Face face) throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY_ROTATING);
        job.azure.faults().on(PortOperation.UPDATE_TARGET).nextCalls(4).answer(status, code, words);

        var outcome = job.succeeds();

        assertThat(outcome.autoRotation()).isTrue();
        assertThat(job.calls(PortOperation.UPDATE_TARGET)).as(job.timeline()).hasSize(5);
        assertThat(job.changes()).as(job.timeline()).isEqualTo(3);
    }

    static Stream<Arguments> lasting() {
        return Stream.of(
                        Arguments.of(403, "LinkedAuthorizationFailed", ErrorCode.CALLER_NOT_AUTHORIZED),
                        Arguments.of(409, "MissingSubscriptionRegistration", ErrorCode.PROVIDER_NOT_REGISTERED),
                        Arguments.of(400, "QuotaExceeded", ErrorCode.LIMIT_REACHED),
                        Arguments.of(404, "ResourceGroupNotFound", ErrorCode.RESOURCE_MISSING))
                .flatMap(refusal -> Stream.of(Face.values())
                        .map(face -> Arguments.of(refusal.get()[0], refusal.get()[1], refusal.get()[2], face)));
    }

    @ParameterizedTest(name = "{0} {1} {3}")
    @MethodSource("lasting")
    void refusalOfTheCreateThatLasts_blocksWithTheServicesWords(
            int status, String code, ErrorCode expected, Face face) {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure
                .faults()
                .on(PortOperation.CREATE_TARGET)
                .everyCall()
                .answer(status, code, "Something about 'this very thing'.");

        var error = job.blocks();

        assertThat(error.code()).as(job.timeline()).isEqualTo(expected);
        assertThat(error.message()).contains("this very thing").contains(code);
        assertThat(job.calls(PortOperation.CREATE_TARGET)).as(job.timeline()).hasSize(1);
        assertThat(job.changes()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void refusalNobodyKnows_failsWithItsCodeShown(Face face) {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure
                .faults()
                .on(PortOperation.CREATE_TARGET)
                .everyCall()
                .answer(400, "MoonInWrongPhase", "The moon is waning.");

        var error = job.fails();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.REFUSED);
        assertThat(error.message()).contains("MoonInWrongPhase").contains("The moon is waning.");
        assertThat(job.calls(PortOperation.CREATE_TARGET)).as(job.timeline()).hasSize(1);
    }

    // ---- locks and policies

    @ParameterizedTest
    @EnumSource(Face.class)
    void lockedVault_blocksNamingTheLockAndGoesOnOnceItIsTakenOff(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        var vault = job.azure.vault(Variant.VAULT).id();
        job.azure.lock(vault, "ReadOnly");

        var error = job.blocks();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.SCOPE_LOCKED);
        assertThat(error.message()).containsIgnoringCase(vault).containsIgnoringCase("lock");
        assertThat(job.writes()).as(job.timeline()).isZero();

        job.azure.unlock(vault);
        job.newChapter().succeeds();
        assertThat(job.writes()).as(job.timeline()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void vaultLockedAfterTheCreate_isWaitedForAndGoesOn(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        var vault = job.azure.vault(Variant.VAULT).id();
        job.azure.faults().on(PortOperation.CREATE_TARGET).runAfter(() -> job.azure.lock(vault, "ReadOnly"));
        job.later(Duration.ofMinutes(20), () -> job.azure.unlock(vault));

        job.succeeds();

        assertThat(job.actionNeeded().code()).as(job.timeline()).isEqualTo(ErrorCode.SCOPE_LOCKED);
        assertThat(job.actionNeeded().message()).containsIgnoringCase(vault);
        assertThat(job.calls(PortOperation.CREATE_TARGET)).hasSize(1);
        assertThat(job.events()).contains(FlowEvent.ACTION_NEEDED);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void deniedByAzurePolicy_blocksNamingTheAssignment(Face face) {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure.denyByPolicy("no-new-caches", "Microsoft.StorageCache/caches/write");

        var error = job.blocks();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.POLICY_DENIED);
        assertThat(error.message()).contains("no-new-caches");
        assertThat(error.serviceCode().orElse("RequestDisallowedByPolicy")).isEqualTo("RequestDisallowedByPolicy");
        assertThat(job.changes()).as(job.timeline()).isZero();
        assertThat(job.writes()).as(job.timeline()).isEqualTo(1);
    }

    // ---- rights

    @ParameterizedTest
    @EnumSource(Face.class)
    void missingRightToGrant_blocksBeforeTheCreate(Face face) {
        var job = byOperator(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure.principal("operator").mayAllBut(GRANT_RIGHT);

        var error = job.blocks();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.CALLER_NOT_AUTHORIZED);
        assertThat(error.message()).contains(GRANT_RIGHT);
        assertThat(job.told().get(job.told().size() - 1).blockers())
                .as(job.timeline())
                .anyMatch(finding -> finding.subject()
                        .equalsIgnoreCase(job.azure.vault(Variant.VAULT).id()));
        assertThat(job.writes()).as(job.timeline()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void missingRightToAssignRoles_blocksBeforeTheCreate(Face face) {
        var job = byOperator(face, Variant.CACHE_SYSTEM_RBAC);
        job.azure.principal("operator").mayAllBut("Microsoft.Authorization/roleAssignments/write");

        var error = job.blocks();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.CALLER_NOT_AUTHORIZED);
        assertThat(error.message())
                .contains("Microsoft.Authorization/roleAssignments/write")
                .contains("Key Vault Contributor is not enough");
        assertThat(job.writes()).as(job.timeline()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void missingRightToCreate_blocksBeforeAnythingIsWritten(Face face) {
        var job = byOperator(face, Variant.CACHE_SYSTEM_POLICY_UNPROTECTED);
        job.azure.principal("operator").mayAllBut("Microsoft.StorageCache/caches/write");

        var error = job.blocks();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.CALLER_NOT_AUTHORIZED);
        assertThat(error.message()).contains("Microsoft.StorageCache/caches/write");
        assertThat(job.writes()).as(job.timeline()).isZero();
        assertThat(job.azure.vault(Variant.VAULT).isPurgeProtected()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void permissionsThatCannotBeRead_blockBeforeTheCreateOfASystemIdentity(Face face) {
        var job = byOperator(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure.principal("operator").mayAllBut("Microsoft.Authorization/permissions/read");

        var error = job.blocks();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.CALLER_NOT_AUTHORIZED);
        assertThat(error.message()).contains(GRANT_RIGHT).contains("could not be read");
        assertThat(job.writes()).as(job.timeline()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void rightTakenAfterTheCreate_isAskedForAndTheFlowGoesOnOnceGiven(Face face) throws InterruptedException {
        var job = byOperator(face, Variant.CACHE_SYSTEM_POLICY);
        var operator = job.azure.principal("operator").may("*");
        job.azure
                .faults()
                .on(PortOperation.CREATE_TARGET)
                .runAfter(() -> operator.mayNothing().mayAllBut(GRANT_RIGHT));
        job.later(Duration.ofMinutes(40), () -> operator.may("*"));

        job.succeeds();

        var needed = job.actionNeeded();
        assertThat(needed.code()).as(job.timeline()).isEqualTo(ErrorCode.CALLER_NOT_AUTHORIZED);
        assertThat(needed.message())
                .contains(GRANT_RIGHT)
                .containsIgnoringCase(job.azure.vault(Variant.VAULT).id());
        assertThat(job.events()).contains(FlowEvent.ACTION_NEEDED);
        assertThat(job.calls(PortOperation.CREATE_TARGET)).hasSize(1);
        assertThat(job.azure.cache(Variant.NAME).isHealthy()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void rightNeverGivenAfterTheCreate_endsWithTheService(Face face) {
        var job = byOperator(face, Variant.CACHE_SYSTEM_POLICY);
        var operator = job.azure.principal("operator").may("*");
        job.azure
                .faults()
                .on(PortOperation.CREATE_TARGET)
                .runAfter(() -> operator.mayNothing().mayAllBut(GRANT_RIGHT));

        var error = job.fails();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.AUTHORIZATION_DEADLINE_MISSED);
        assertThat(job.passedThrough(Phase.ACTION_NEEDED)).isTrue();
        assertThat(job.changes()).as(job.timeline()).isEqualTo(1);
    }

    // ---- the retired service

    @ParameterizedTest
    @EnumSource(Face.class)
    void retiredService_blocksBeforeAnythingIrreversible(Face face) {
        var azure = Variant.CACHE_SYSTEM_POLICY_UNPROTECTED.world(1).hpcCacheRetired(true);
        var keys = face.keys(azure, RuleCatalogue.standard(PolicySettings.azure()), FakeAzure.OWNER);
        var job = new Job(azure, keys, Variant.CACHE_SYSTEM_POLICY_UNPROTECTED.request(azure));

        var error = job.blocks();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.SERVICE_RETIRED);
        assertThat(error.remedy()).contains("CreateEncryptedFileSystem");
        assertThat(job.writes()).as(job.timeline()).isZero();
        assertThat(azure.vault(Variant.VAULT).isPurgeProtected()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void retiredServiceTriedNevertheless_endsWithItsOwnRefusal(Face face) {
        var azure = Variant.CACHE_SYSTEM_POLICY.world(1).hpcCacheRetired(true);
        var keys = face.keys(azure, RuleCatalogue.standard(PolicySettings.azure()), FakeAzure.OWNER);
        var job = new Job(azure, keys, Variant.CACHE_SYSTEM_POLICY.request(azure)).with("tryDespiteRetirement", true);

        var error = job.fails();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.SERVICE_RETIRED);
        assertThat(error.message()).contains("product retirement");
        assertThat(error.remedy()).contains("CreateEncryptedFileSystem").contains("support ticket");
        assertThat(job.writes()).as(job.timeline()).isEqualTo(1);
        assertThat(job.changes()).as(job.timeline()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void existingCacheOfTheRetiredService_isAuthorized(Face face) throws InterruptedException {
        var azure = Variant.AUTHORIZE_POLICY.world(1).hpcCacheRetired(true);
        var keys = face.keys(azure, RuleCatalogue.standard(PolicySettings.azure()), FakeAzure.OWNER);
        var job = new Job(azure, keys, Variant.AUTHORIZE_POLICY.request(azure));

        job.succeeds();

        assertThat(azure.cache(Variant.NAME).isHealthy()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void subscriptionFullOfRoleAssignments_createIsNotSent(Face face) {
        var azure = Variant.CACHE_SYSTEM_RBAC.world(1);
        azure.assignmentsOfOthers(3999);
        var rules = RuleCatalogue.standard(new PolicySettings(false).countingAssignments());
        var job = new Job(azure, face.keys(azure, rules, FakeAzure.OWNER), Variant.CACHE_SYSTEM_RBAC.request(azure));

        assertThat(job.blocks().code()).isEqualTo(ErrorCode.LIMIT_REACHED);
        assertThat(job.writes()).isZero();
    }

    private static Job byOperator(Face face, Variant variant) {
        var azure = variant.world(1);
        azure.principal("operator");
        var keys = face.keys(azure, RuleCatalogue.standard(new PolicySettings(false)), "operator");
        return new Job(azure, keys, variant.request(azure));
    }

    private static void nothingCalledDuring(Job job, Instant start, Duration time) {
        var end = start.plus(time);
        assertThat(job.made().entries())
                .as(job.timeline())
                .noneMatch(call -> call.at().isAfter(start) && call.at().isBefore(end));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void rotationFlagRefusedForGood_endsWithinHours(Face face) {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY_ROTATING);
        job.azure
                .faults()
                .on(PortOperation.UPDATE_TARGET)
                .everyCall()
                .answer(403, "AuthorizationFailed", "The client does not have authorization to perform action.");

        assertThat(job.blocks().code()).isEqualTo(ErrorCode.CALLER_NOT_AUTHORIZED);
    }
}
