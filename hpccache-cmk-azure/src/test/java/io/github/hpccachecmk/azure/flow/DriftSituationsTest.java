package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RoleGrant;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.FlowEvent;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.request.Requests;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.port.PortFace;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.access.RoleAssignmentState;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What others did before, or do on the way: other keys, other identities, other access, and what the service resets. */
class DriftSituationsTest {
    private static final String ENCRYPTION_USER = "e147488a-f6f5-4113-8e2d-b22465e65bf6";
    private static final String OTHER_NAME = "0cc0ffee-0000-4000-8000-000000000001";

    // ---- identities

    @ParameterizedTest
    @EnumSource(Face.class)
    void systemPrincipalThatChanged_isGrantedNothing(Face face) {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        var stranger = "0bad0000-0000-4000-8000-000000000bad";
        job.azure.faults().on(PortOperation.ADD_ACCESS_POLICY).everyCall().loseRequest();
        job.azure
                .faults()
                .on(PortOperation.GET_TARGET)
                .everyCall()
                .when(request -> job.azure.cache(Variant.NAME).exists())
                .answerAfterEffect(WireResponse.of(200, rehearsed().withAt("identity.principalId", stranger)));

        var error = job.blocks();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.PRINCIPAL_CHANGED);
        assertThat(error.message()).contains(stranger);
        assertThat(job.changes()).as("the create only\n" + job.timeline()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void systemPrincipalThatChangedSinceTheHint_isGrantedNothing(Face face) {
        var azure = Variant.AUTHORIZE_POLICY.world(1);
        var request = Variant.AUTHORIZE_POLICY.request(azure);
        var first = face.keys(azure).step(request, Hint.none());
        assertThat(first.hint().toString()).isNotEmpty();
        azure.vault(Variant.VAULT).document(doc -> doc.withAt("properties.accessPolicies", List.of()));
        var shown = azure.cache(Variant.NAME).document().withAt("identity.principalId", OTHER_NAME);
        azure.faults().on(PortOperation.GET_TARGET).everyCall().answerAfterEffect(WireResponse.of(200, shown));
        long before = azure.journal().last();

        var second = face.keys(azure).step(request, first.hint());

        var made = azure.journal().after(before);
        assertThat(second.error().orElseThrow().code()).as(made.timeline()).isEqualTo(ErrorCode.PRINCIPAL_CHANGED);
        assertThat(made.writes()).as(made.timeline()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void userIdentityMadeAgain_isGrantedNothing(Face face) {
        var job = Job.of(face, Variant.CACHE_USER_POLICY);
        var first = job.keys.begin(job.request);
        job.azure.advance(Duration.ofMinutes(1));
        first.cancel();
        assertThat(job.azure.cache(Variant.NAME).exists()).as(job.timeline()).isTrue();
        job.azure.identity(Variant.IDENTITY).madeAgain();
        job.newChapter();

        var again = face.keys(job.azure).begin(job.request);
        job.azure.advance(Duration.ofMinutes(5));

        assertThat(again.status().phase()).as(job.timeline()).isEqualTo(Phase.ACTION_NEEDED);
        assertThat(again.status().lastError().orElseThrow().code())
                .as(job.timeline())
                .isEqualTo(ErrorCode.PRINCIPAL_CHANGED);
        assertThat(job.writes()).as(job.timeline()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void userIdentityMadeAgainWhileTheCacheWaits_isFoundAndGrantedNothing(Face face) {
        var azure = Variant.CACHE_USER_POLICY
                .world(1)
                .timing(Change.ACCESS_POLICY_EFFECTIVE, Delay.after(Duration.ofHours(3)));
        var job = Job.in(azure, face, Variant.CACHE_USER_POLICY);
        job.later(Duration.ofMinutes(10), () -> azure.identity(Variant.IDENTITY).madeAgain());

        job.fails();

        assertThat(job.actionNeeded().code()).as(job.timeline()).isEqualTo(ErrorCode.PRINCIPAL_CHANGED);
        assertThat(job.writes()).as("one grant, one create\n" + job.timeline()).isEqualTo(2);
    }

    // ---- keys

    @ParameterizedTest
    @EnumSource(Face.class)
    void existingCacheWithAnotherKey_blocksAndIsLeftAlone(Face face) throws InterruptedException {
        var job = existing(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure.vault(Variant.VAULT).withRsaKey("other-key", 2048);
        job.with("key", job.azure.keyUrl(Variant.VAULT, "other-key"));

        var error = job.blocks();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.DIFFERENT_KEY);
        assertThat(error.message())
                .contains(job.azure.keyUrl(Variant.VAULT, "other-key"))
                .contains(job.azure.keyUrl(Variant.VAULT, Variant.KEY));
        assertThat(job.writes()).as(job.timeline()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void existingCacheWithoutCustomerKey_fails(Face face) throws InterruptedException {
        var job = existing(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure.thirdParty(world -> world.update(
                job.azure.cache(Variant.NAME).id(),
                cache -> cache.with(cache.document().withoutAt("properties.encryptionSettings"))));

        var error = job.fails();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.ENCRYPTION_NOT_POSSIBLE);
        assertThat(job.writes()).as(job.timeline()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void newerVersionByServiceRotation_isConvergedAndNotRolledBack(Face face) throws InterruptedException {
        var job = existing(face, Variant.CACHE_SYSTEM_POLICY_ROTATING);
        job.azure.vault(Variant.VAULT).withNewVersion(Variant.KEY);
        job.azure.advance(Duration.ofHours(2));
        var newest = job.azure.keyUrl(Variant.VAULT, Variant.KEY);
        assertThat(job.azure.cache(Variant.NAME).keyUrl()).isEqualTo(newest);

        var outcome = job.succeeds();

        assertThat(outcome.key().toString()).isEqualTo(newest);
        assertThat(job.writes()).as(job.timeline()).isZero();
        assertThat(job.azure.cache(Variant.NAME).keyUrl()).isEqualTo(newest);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void keyDisabledWhileWaiting_isAskedForAndTheFlowGoesOn(Face face) throws InterruptedException {
        var azure = Variant.CACHE_SYSTEM_POLICY
                .world(1)
                .timing(Change.ACCESS_POLICY_EFFECTIVE, Delay.after(Duration.ofMinutes(20)));
        var job = Job.in(azure, face, Variant.CACHE_SYSTEM_POLICY);
        job.later(Duration.ofMinutes(3), () -> azure.vault(Variant.VAULT).keyEnabled(Variant.KEY, false));
        job.later(Duration.ofMinutes(40), () -> azure.vault(Variant.VAULT).keyEnabled(Variant.KEY, true));

        job.succeeds();

        assertThat(job.actionNeeded().message()).as(job.timeline()).containsIgnoringCase("disabled");
        assertThat(job.events()).contains(FlowEvent.ACTION_NEEDED);
        assertThat(job.writes()).as(job.timeline()).isEqualTo(2);
    }

    // ---- access

    @ParameterizedTest
    @EnumSource(Face.class)
    void accessModelChangedAfterTheGrant_isGrantedTheOtherWay(Face face) throws InterruptedException {
        var azure = Variant.CACHE_SYSTEM_POLICY
                .world(1)
                .timing(Change.ACCESS_POLICY_EFFECTIVE, Delay.after(Duration.ofMinutes(20)));
        var job = Job.in(azure, face, Variant.CACHE_SYSTEM_POLICY);
        job.later(Duration.ofMinutes(5), () -> azure.vault(Variant.VAULT).rbac());

        job.succeeds();

        assertThat(job.calls(PortOperation.ADD_ACCESS_POLICY))
                .as(job.timeline())
                .hasSize(1);
        assertThat(job.calls(PortOperation.CREATE_ROLE_ASSIGNMENT))
                .as(job.timeline())
                .hasSize(1);
        assertThat(job.calls(PortOperation.CREATE_TARGET)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void accessModelChangedBackAfterTheGrant_isGrantedTheOtherWay(Face face) throws InterruptedException {
        var azure =
                Variant.CACHE_SYSTEM_RBAC.world(1).timing(Change.ROLE_EFFECTIVE, Delay.after(Duration.ofMinutes(20)));
        var job = Job.in(azure, face, Variant.CACHE_SYSTEM_RBAC);
        job.later(Duration.ofMinutes(5), () -> azure.vault(Variant.VAULT).accessPolicies());

        job.succeeds();

        assertThat(job.calls(PortOperation.CREATE_ROLE_ASSIGNMENT))
                .as(job.timeline())
                .hasSize(1);
        assertThat(job.calls(PortOperation.ADD_ACCESS_POLICY))
                .as(job.timeline())
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void accessPoliciesWipedAfterTheGrant_areGrantedAgain(Face face) throws InterruptedException {
        var azure = Variant.CACHE_SYSTEM_POLICY
                .world(1)
                .timing(Change.ACCESS_POLICY_EFFECTIVE, Delay.after(Duration.ofMinutes(20)));
        var job = Job.in(azure, face, Variant.CACHE_SYSTEM_POLICY);
        job.later(
                Duration.ofMinutes(5),
                () -> azure.vault(Variant.VAULT).document(doc -> doc.withAt("properties.accessPolicies", List.of())));

        job.succeeds();

        assertThat(job.calls(PortOperation.ADD_ACCESS_POLICY))
                .as(job.timeline())
                .hasSize(2);
        assertThat(job.calls(PortOperation.CREATE_TARGET)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void roleTakenAwayAfterTheGrant_isAssignedAgain(Face face) throws InterruptedException {
        var azure =
                Variant.CACHE_SYSTEM_RBAC.world(1).timing(Change.ROLE_EFFECTIVE, Delay.after(Duration.ofMinutes(20)));
        var job = Job.in(azure, face, Variant.CACHE_SYSTEM_RBAC);
        job.later(
                Duration.ofMinutes(7),
                () -> azure.world()
                        .resources(RoleAssignmentState.class)
                        .filter(assignment -> ((RoleAssignmentState) assignment.state())
                                .principalId()
                                .equals(azure.cache(Variant.NAME).principalId()))
                        .forEach(assignment -> azure.thirdParty(world -> world.without(assignment.id()))));

        job.succeeds();

        assertThat(job.calls(PortOperation.CREATE_ROLE_ASSIGNMENT))
                .as(job.timeline())
                .hasSize(2);
        assertThat(job.calls(PortOperation.CREATE_TARGET)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void accessModelChangedWhileTheGrantSettles_isGrantedTheOtherWay(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.FILE_SYSTEM_POLICY);
        job.later(Duration.ofMinutes(5), () -> job.azure.vault(Variant.VAULT).rbac());

        job.succeeds();

        assertThat(job.calls(PortOperation.ADD_ACCESS_POLICY))
                .as(job.timeline())
                .hasSize(1);
        assertThat(job.calls(PortOperation.CREATE_ROLE_ASSIGNMENT))
                .as(job.timeline())
                .hasSize(1);
        assertThat(job.azure.fileSystem(Variant.NAME).isHealthy()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void accessPoliciesWipedWhileTheGrantSettles_areGrantedAgain(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.FILE_SYSTEM_POLICY);
        job.later(
                Duration.ofMinutes(5),
                () -> job.azure
                        .vault(Variant.VAULT)
                        .document(doc -> doc.withAt("properties.accessPolicies", List.of())));

        job.succeeds();

        assertThat(job.calls(PortOperation.ADD_ACCESS_POLICY))
                .as(job.timeline())
                .hasSize(2);
        assertThat(job.azure.fileSystem(Variant.NAME).isHealthy()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void identityMadeAgainWhileTheGrantSettles_isGranted(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.FILE_SYSTEM_POLICY);
        job.later(
                Duration.ofMinutes(5),
                () -> job.azure.identity(Variant.IDENTITY).madeAgain());

        job.succeeds();

        assertThat(job.calls(PortOperation.ADD_ACCESS_POLICY))
                .as(job.timeline())
                .hasSize(2);
        assertThat(job.azure.fileSystem(Variant.NAME).isHealthy()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void entriesGoneByAnotherWriterDuringTheGrant_areTold(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure
                .faults()
                .on(PortOperation.ADD_ACCESS_POLICY)
                .runBefore(() -> job.azure
                        .vault(Variant.VAULT)
                        .document(doc -> doc.withAt("properties.accessPolicies", List.of())));

        job.succeeds();

        assertThat(job.told())
                .as(job.timeline())
                .anyMatch(status -> status.message().contains("are gone")
                        && status.message().contains(Worlds.STRANGER.toString()));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void someoneElseWhoAuthorizes_isWaitedForAndNothingIsGranted(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY).with("authorizedBySomeoneElse", "the security team");
        job.later(
                Duration.ofMinutes(35),
                () -> Worlds.grantNow(job.azure, job.azure.cache(Variant.NAME).principalId()));

        job.succeeds();

        assertThat(job.calls(PortOperation.ADD_ACCESS_POLICY).stream()
                        .filter(call -> call.at()
                                .isBefore(job.at(PortOperation.CREATE_TARGET, 1).plus(Duration.ofMinutes(34)))))
                .as(job.timeline())
                .isEmpty();
        assertThat(job.calls(PortOperation.ADD_ACCESS_POLICY))
                .as(job.timeline())
                .hasSize(1);
        assertThat(job.told())
                .as(job.timeline())
                .anyMatch(status -> status.message().contains("the security team")
                        && status.message()
                                .contains(job.azure.cache(Variant.NAME).principalId()));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void someoneElseWhoHasToAuthorizeAFileSystem_blocksBeforeTheCreate(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.FILE_SYSTEM_POLICY).with("authorizedBySomeoneElse", "the security team");
        var principal = job.azure.identity(Variant.IDENTITY).principalId();

        var error = job.blocks();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.KEY_ACCESS_MISSING);
        assertThat(error.message()).contains(principal);
        assertThat(error.remedy()).contains("the security team");
        assertThat(job.writes()).as(job.timeline()).isZero();

        Worlds.grant(job.azure, principal);
        job.newChapter().succeeds();
        assertThat(job.writes()).as("the create only\n" + job.timeline()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void roleAssignedUnderAnotherName_isFoundAndCountsAsSuccess(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_SYSTEM_RBAC);
        job.azure
                .faults()
                .on(PortOperation.CREATE_TARGET)
                .runAfter(() -> assignUnderAnotherName(
                        job.azure, job.azure.cache(Variant.NAME).principalId()));

        job.succeeds();

        var ours = job.calls(PortOperation.CREATE_ROLE_ASSIGNMENT).stream()
                .filter(call -> !call.path().endsWith(OTHER_NAME))
                .toList();
        assertThat(ours).as(job.timeline()).hasSize(1);
        assertThat(ours.get(0).outcome()).contains("409").contains("RoleAssignmentExists");
        assertThat(job.calls(PortOperation.LIST_ROLE_ASSIGNMENTS))
                .as(job.timeline())
                .isNotEmpty();
    }

    // ---- the rotation flag

    @ParameterizedTest
    @EnumSource(Face.class)
    void rotationFlagLostOnTheWay_isWrittenAgainAndProvenByARead(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY_ROTATING);
        job.azure.faults().on(PortOperation.UPDATE_TARGET).runAfter(() -> switchFlagOff(job.azure));

        var outcome = job.succeeds();

        assertThat(outcome.autoRotation()).isTrue();
        assertThat(job.azure.cache(Variant.NAME).autoRotation()).isTrue();
        var writes = job.calls(PortOperation.UPDATE_TARGET);
        assertThat(writes).as(job.timeline()).hasSize(2);
        assertThat(job.calls(PortOperation.GET_TARGET))
                .as("read between and after\n" + job.timeline())
                .anyMatch(read -> read.sequence() > writes.get(0).sequence()
                        && read.sequence() < writes.get(1).sequence())
                .anyMatch(read -> read.sequence() > writes.get(1).sequence());
        assertThat(job.calls(PortOperation.GET_KEY))
                .as("key read anew before another try\n" + job.timeline())
                .anyMatch(read -> read.sequence() > writes.get(0).sequence());
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void rotationFlagThatNeverStaysOn_isTriedThreeTimes(Face face) {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY_ROTATING);
        job.azure.faults().on(PortOperation.UPDATE_TARGET).everyCall().runAfter(() -> switchFlagOff(job.azure));

        var error = job.blocks();

        assertThat(error.message()).as(job.timeline()).contains("three times");
        assertThat(job.calls(PortOperation.UPDATE_TARGET)).as(job.timeline()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void rotationFlagOffWhileTheKeyIsDisabled_isNotWrittenBeforeTheKeyIsUsable(Face face) throws InterruptedException {
        var job = existing(face, Variant.CACHE_SYSTEM_POLICY_ROTATING);
        switchFlagOff(job.azure);
        job.azure.vault(Variant.VAULT).keyEnabled(Variant.KEY, false);
        job.newChapter();
        job.later(Duration.ofMinutes(10), () -> job.azure.vault(Variant.VAULT).keyEnabled(Variant.KEY, true));
        var enabledAt = job.azure.now().plus(Duration.ofMinutes(10));

        job.succeeds();

        assertThat(job.actionNeeded().code()).isEqualTo(ErrorCode.PREFLIGHT_BLOCKED);
        assertThat(job.calls(PortOperation.UPDATE_TARGET))
                .as(job.timeline())
                .hasSize(1)
                .allMatch(write -> !write.at().isBefore(enabledAt));
    }

    // ---- purge protection

    @ParameterizedTest
    @EnumSource(Face.class)
    void purgeProtectionWithoutConsent_blocksThePlanAndWritesNothing(Face face) {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY_UNPROTECTED).without("enablePurgeProtectionOf");
        job.azure.vault(Variant.VAULT).retentionDays(42);

        var plan = job.keys.plan(job.request);
        var error = job.blocks();

        assertThat(plan.blockers()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).contains(ErrorCode.CONSENT_MISSING);
            assertThat(finding.message()).contains("cannot be undone");
            assertThat(finding.remedy())
                    .contains("purgeProtectionOf")
                    .contains(job.azure.vault(Variant.VAULT).id())
                    .contains("42 days");
        });
        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.CONSENT_MISSING);
        assertThat(job.writes()).as(job.timeline()).isZero();
        assertThat(job.azure.vault(Variant.VAULT).isPurgeProtected()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void consentForAnotherVault_isNoneForThisOne(Face face) {
        var variant = Variant.CACHE_SYSTEM_POLICY_UNPROTECTED;
        var azure = variant.world(1);
        var consent = azure.id("Microsoft.KeyVault/vaults", "another-vault");
        var form = new HashMap<String, Object>(variant.request(azure).toMap());
        form.put("enablePurgeProtectionOf", consent);

        assertThat(refusalOrCode(azure, face, form)).contains("another-vault");
        assertThat(azure.vault(Variant.VAULT).isPurgeProtected()).isFalse();
    }

    // ---- helpers

    /** Either the request is refused when built, or the flow blocks; both name the consent's vault. */
    private static String refusalOrCode(FakeAzure azure, Face face, Map<String, ?> form) {
        try {
            var request = Requests.fromMap(form);
            face.keys(azure).begin(request, OperationOptions.defaults());
            azure.advance(Duration.ofHours(1));
            return "another-vault was accepted: " + azure.journal().timeline();
        } catch (InvalidInputException refused) {
            return refused.getMessage();
        }
    }

    private static Job existing(Face face, Variant variant) throws InterruptedException {
        var job = Job.of(face, variant);
        job.succeeds();
        return new Job(job.azure, face.keys(job.azure), job.request);
    }

    private static Doc rehearsed() {
        var rehearsal = Variant.CACHE_SYSTEM_POLICY.world(1);
        var rehearsing = Face.PORTS.keys(rehearsal).begin(Variant.CACHE_SYSTEM_POLICY.request(rehearsal));
        rehearsal.advance(Duration.ofMinutes(1));
        rehearsing.cancel();
        return rehearsal.cache(Variant.NAME).document();
    }

    private static void switchFlagOff(FakeAzure azure) {
        azure.thirdParty(world -> world.update(
                azure.cache(Variant.NAME).id(),
                cache -> cache.with(cache.document()
                        .withAt("properties.encryptionSettings.rotationToLatestKeyVersionEnabled", false))));
    }

    private static void assignUnderAnotherName(FakeAzure azure, String principal) {
        var vault = VaultId.parse(azure.vault(Variant.VAULT).id());
        PortFace.of(azure, FakeAzure.OWNER)
                .access()
                .assign(
                        new CallContext("0ther000-0000-4000-8000-000000000001"),
                        new RoleGrant(
                                vault.keyScope(Variant.KEY),
                                UUID.fromString(OTHER_NAME),
                                PrincipalId.of(principal),
                                ENCRYPTION_USER));
    }
}
