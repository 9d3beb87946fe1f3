package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.RevokedGrant;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.ChangeKey;
import io.github.hpccachecmk.request.RevokeGrant;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.TargetCopy;
import io.github.hpccachecmk.testkit.journal.JournalEntry;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Access goes when it is provably ours and nobody needs it; what is not stays, and is named. */
class RevokeGrantTest {
    /** What only a plan that holds it lets through. */
    static final List<WriteKind> BOUND_BY_A_PLAN = List.of(WriteKind.REMOVE_ROLE, WriteKind.REMOVE_ACCESS_POLICY);

    private static final Duration LONG = Duration.ofDays(2);

    private static VaultId vault(FakeAzure azure) {
        return VaultId.parse(azure.vault(Variant.VAULT).id());
    }

    private static void delete(FakeAzure azure, Variant variant) {
        azure.answer(WireRequest.arm("DELETE", id(azure, variant), "2024-03-01", null, FakeAzure.OWNER));
        azure.advance(Duration.ofHours(1));
    }

    private static String principal(FakeAzure azure, Variant variant) {
        return variant.usesUserAssignedIdentity()
                ? azure.identity(Variant.IDENTITY).principalId()
                : azure.cache(Variant.NAME).principalId();
    }

    private static FakeAzure working(Variant variant) throws InterruptedException {
        var azure = variant.world(1);
        new Job(azure, Face.PORTS.keys(azure), variant.request(azure)).succeeds();
        return azure;
    }

    private static String id(FakeAzure azure, Variant variant) {
        return variant.target(azure).id();
    }

    private static RevokeGrant.Builder of(FakeAzure azure, String principal) {
        return RevokeGrant.builder().vault(vault(azure)).keyName(Variant.KEY).principal(PrincipalId.of(principal));
    }

    private static List<String> assignments(FakeAzure azure) {
        return azure
                .answer(WireRequest.arm(
                        "GET",
                        azure.vault(Variant.VAULT).id() + "/keys/" + Variant.KEY
                                + "/providers/Microsoft.Authorization/roleAssignments",
                        "2022-04-01",
                        null,
                        FakeAzure.OWNER))
                .document()
                .objects("value")
                .stream()
                .map(assignment -> assignment.text("properties.principalId").orElseThrow())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void roleThatNobodyNeeds_isTakenAwayAsPlannedAndOthersStay(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_SYSTEM_RBAC);
        var principal = principal(azure, Variant.CACHE_SYSTEM_RBAC);
        delete(azure, Variant.CACHE_SYSTEM_RBAC);
        var request = of(azure, principal).build();
        assertThat(assignments(azure)).contains(principal).hasSize(2);
        var plan = face.keys(azure).plan(request);
        long planned = azure.journal().last();

        var done =
                face.keys(azure).begin(request, OperationOptions.approved(plan)).await(LONG);

        assertThat(plan.writes()).extracting(PlannedWrite::kind).containsExactly(WriteKind.REMOVE_ROLE);
        assertThat(azure.journal().after(planned).writes())
                .extracting(JournalEntry::operation)
                .containsExactly(PortOperation.DELETE_ROLE_ASSIGNMENT.name());
        assertThat(assignments(azure)).doesNotContain(principal).hasSize(1);
        assertThat(done.left()).isEmpty();
        assertThat(done.writes()).containsExactly(WriteKind.REMOVE_ROLE);
        assertThat(done.unseen()).contains(azure.subscription());
        assertThat(RevokedGrant.fromMap(done.toMap())).isEqualTo(done);
        assertThat(Outcome.fromMap(done.toMap())).isEqualTo(done);
        assertThat(face.keys(azure).begin(request).await(LONG).writes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Variant.class,
            names = {"CACHE_SYSTEM_RBAC", "CACHE_USER_RBAC", "FILE_SYSTEM_RBAC"})
    void roleOfAResourceThatWorks_isLeftAndTheResourceNamed(Variant variant) throws InterruptedException {
        for (var face : Face.values()) {
            var azure = working(variant);
            var principal = principal(azure, variant);
            long before = azure.journal().last();

            var blocked = Blocked.by(face, azure, of(azure, principal).build());

            assertThat(blocked.error().code()).isEqualTo(ErrorCode.PREFLIGHT_BLOCKED);
            assertThat(blocked.error().message()).contains("still needed by").containsIgnoringCase(id(azure, variant));
            assertThat(azure.journal().after(before).writes()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void policyEntryWithoutConsent_isLeftAndReported(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_SYSTEM_POLICY);
        var principal = principal(azure, Variant.CACHE_SYSTEM_POLICY);
        delete(azure, Variant.CACHE_SYSTEM_POLICY);
        long before = azure.journal().last();

        var done = face.keys(azure).begin(of(azure, principal).build()).await(LONG);

        assertThat(azure.journal().after(before).writes()).isEmpty();
        assertThat(done.left()).singleElement().asString().contains("no consent for it");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void policyEntryWithConsent_isTakenAwayAndOthersStay(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_SYSTEM_POLICY);
        var principal = principal(azure, Variant.CACHE_SYSTEM_POLICY);
        delete(azure, Variant.CACHE_SYSTEM_POLICY);
        int before = azure.vault(Variant.VAULT).policies().size();

        var done = face.keys(azure)
                .begin(of(azure, principal).consent(PrincipalId.of(principal)).build())
                .await(LONG);

        assertThat(done.writes()).containsExactly(WriteKind.REMOVE_ACCESS_POLICY);
        assertThat(done.left()).isEmpty();
        assertThat(azure.vault(Variant.VAULT).policies())
                .hasSize(before - 1)
                .noneMatch(entry -> entry.text("objectId").orElseThrow().equals(principal));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void policyEntryThatHoldsMore_isLeftInSpiteOfTheConsent(Face face) throws InterruptedException {
        var azure = FakeAzure.create(1);
        azure.vault(Variant.VAULT).purgeProtection(true).withRsaKey(Variant.KEY, 2048);
        var principal = azure.identity(Variant.IDENTITY).principalId();
        azure.vault(Variant.VAULT).withKeyPermissions(principal, "get", "wrapKey", "unwrapKey", "sign");

        var done = face.keys(azure)
                .begin(of(azure, principal).consent(PrincipalId.of(principal)).build())
                .await(LONG);

        assertThat(azure.journal().writes()).isEmpty();
        assertThat(done.left()).singleElement().asString().contains("sign").contains("something else");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void policyEntryThatHoldsSecretsToo_isLeftInSpiteOfTheConsent(Face face) throws InterruptedException {
        var azure = FakeAzure.create(1);
        azure.vault(Variant.VAULT).purgeProtection(true).withRsaKey(Variant.KEY, 2048);
        var principal = azure.identity(Variant.IDENTITY).principalId();
        azure.vault(Variant.VAULT)
                .withKeyPermissions(principal, "get", "wrapKey", "unwrapKey")
                .document(doc -> doc.withAt(
                        "properties.accessPolicies",
                        doc.objects("properties.accessPolicies").stream()
                                .map(entry -> entry.withAt("permissions.secrets", List.of("get")))
                                .toList()));

        var done = face.keys(azure)
                .begin(of(azure, principal).consent(PrincipalId.of(principal)).build())
                .await(LONG);

        assertThat(azure.journal().writes()).isEmpty();
        assertThat(done.left()).singleElement().asString().contains("something else");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void fileSystemThatIsGone_losesItsAccessAndAnotherOfTheSameIdentityKeepsIt(Face face) throws InterruptedException {
        var azure = working(Variant.FILE_SYSTEM_RBAC);
        var principal = principal(azure, Variant.FILE_SYSTEM_RBAC);
        var request = of(azure, principal).build();
        azure.fileSystem(Variant.NAME)
                .copiedTo(List.of(new TargetCopy(
                        "other",
                        azure.keyUrl(Variant.VAULT, Variant.KEY),
                        azure.vault(Variant.VAULT).id(),
                        "")));
        delete(azure, Variant.FILE_SYSTEM_RBAC);

        var blocked = Blocked.by(face, azure, request);
        azure.answer(WireRequest.arm("DELETE", azure.fileSystem("other").id(), "2024-03-01", null, FakeAzure.OWNER));
        azure.advance(Duration.ofHours(1));
        var done = face.keys(azure).begin(request).await(LONG);

        assertThat(blocked.error().message()).contains("/other");
        assertThat(done.writes()).containsExactly(WriteKind.REMOVE_ROLE);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void resourceThatIsBeingDeleted_keepsItsAccessUntilItIsGone(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_USER_RBAC);
        var principal = principal(azure, Variant.CACHE_USER_RBAC);
        var id = azure.cache(Variant.NAME).id();
        azure.answer(WireRequest.arm("DELETE", id, "2024-03-01", null, FakeAzure.OWNER));
        assertThat(azure.cache(Variant.NAME).provisioningState()).isEqualTo("Deleting");

        var blocked = Blocked.by(face, azure, of(azure, principal).build());

        assertThat(blocked.error().message()).contains("still needed by").containsIgnoringCase(id);
        assertThat(assignments(azure)).contains(principal);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void roleSomebodyElseGave_isLeftAndReported(Face face) throws InterruptedException {
        var azure = Variant.CACHE_SYSTEM_RBAC.world(1);

        var done = face.keys(azure)
                .begin(of(azure, Worlds.STRANGER.toString()).build())
                .await(LONG);

        assertThat(done.left()).singleElement().asString().contains("not made by this library");
        assertThat(done.writes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void keyChangedAnHourAgo_isWaitedForUntilADayHasPassed(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_SYSTEM_RBAC);
        azure.advance(Duration.ofDays(2));
        azure.vault("other-cmk").rbac().purgeProtection(true).withRsaKey(Variant.KEY, 2048);
        face.keys(azure)
                .begin(ChangeKey.builder()
                        .target(CacheId.parse(azure.cache(Variant.NAME).id()))
                        .vault(VaultId.parse(azure.vault("other-cmk").id()))
                        .key(KeyUrl.parse(azure.keyUrl("other-cmk", Variant.KEY)))
                        .build())
                .await(LONG);
        azure.advance(Duration.ofHours(1));
        var changed = azure.cache(Variant.NAME)
                .document()
                .text("systemData.lastModifiedAt")
                .orElseThrow();
        var principal = azure.cache(Variant.NAME).principalId();

        face.keys(azure).begin(of(azure, principal).build()).await(LONG);

        assertThat(azure.now()).isAfterOrEqualTo(Instant.parse(changed).plus(Duration.ofHours(24)));
        assertThat(assignments(azure)).doesNotContain(principal);
        assertThat(azure.cache(Variant.NAME).isHealthy()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void listThatCannotBeRead_isNotTakenForAnEmptyOne(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_SYSTEM_RBAC);
        var principal = principal(azure, Variant.CACHE_SYSTEM_RBAC);
        delete(azure, Variant.CACHE_SYSTEM_RBAC);
        azure.faults()
                .on(PortOperation.LIST_TARGETS_OF_SUBSCRIPTION)
                .everyCall()
                .answer(403, "AuthorizationFailed", "does not have authorization to perform action");
        long before = azure.journal().last();

        var blocked = Blocked.by(face, azure, of(azure, principal).build());

        assertThat(blocked.error().code()).isEqualTo(ErrorCode.CALLER_NOT_AUTHORIZED);
        assertThat(azure.journal().after(before).writes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void lockOnTheVault_isNamed(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_SYSTEM_RBAC);
        var principal = principal(azure, Variant.CACHE_SYSTEM_RBAC);
        delete(azure, Variant.CACHE_SYSTEM_RBAC);
        azure.lock(azure.vault(Variant.VAULT).id(), "CanNotDelete");

        var blocked = Blocked.by(face, azure, of(azure, principal).build());

        assertThat(blocked.error().code()).isEqualTo(ErrorCode.SCOPE_LOCKED);
        assertThat(assignments(azure)).contains(principal);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void resourceMadeAfterTheApproval_keepsItsAccess(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_USER_RBAC);
        var principal = principal(azure, Variant.CACHE_USER_RBAC);
        delete(azure, Variant.CACHE_USER_RBAC);
        var request = of(azure, principal).build();
        var plan = face.keys(azure).plan(request);
        assertThat(plan.writes()).hasSize(1);
        new Job(azure, Face.PORTS.keys(azure), Variant.CACHE_USER_RBAC.request(azure)).succeeds();

        var blocked = catchThrowableOfType(
                OperationBlockedException.class,
                () -> face.keys(azure)
                        .begin(request, OperationOptions.approved(plan))
                        .await(LONG));

        assertThat(blocked.error().message()).contains("still needed by");
        assertThat(assignments(azure)).contains(principal);
    }

    @ParameterizedTest
    @EnumSource(
            value = Variant.class,
            names = {"CACHE_SYSTEM_RBAC", "CACHE_SYSTEM_POLICY"})
    void accessThatTheApprovedPlanDoesNotTakeAway_stays(Variant variant) throws InterruptedException {
        for (var face : Face.values()) {
            var azure = working(variant);
            var principal = principal(azure, variant);
            delete(azure, variant);
            var request =
                    of(azure, principal).consent(PrincipalId.of(principal)).build();
            // Approved for another principal, which has nothing that could be taken away.
            var nobody = "5742a6e2-0000-4000-8000-00000000dead";
            var plan = face.keys(azure).plan(of(azure, nobody).build());
            assertThat(plan.writes()).isEmpty();
            long before = azure.journal().last();

            var blocked = catchThrowableOfType(
                    OperationBlockedException.class,
                    () -> face.keys(azure)
                            .begin(request, OperationOptions.approved(plan))
                            .await(LONG));

            assertThat(blocked.error().code()).isEqualTo(ErrorCode.PLAN_CHANGED);
            assertThat(azure.journal().after(before).writes()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void twoProcessesAtOnce_bothComeToTheSameEnd(Face face) throws InterruptedException {
        var azure = working(Variant.CACHE_USER_RBAC);
        var principal = principal(azure, Variant.CACHE_USER_RBAC);
        delete(azure, Variant.CACHE_USER_RBAC);
        var request = of(azure, principal).build();
        var processes = List.of(face.keys(azure), face.keys(azure));
        var results = new ArrayList<StepResult<RevokedGrant>>();

        for (int round = 0; round < 20 && !areDone(results); round++) {
            results.clear();
            for (var process : processes) {
                results.add(process.step(request, Hint.none()));
            }
            azure.advance(Duration.ofSeconds(5));
        }

        assertThat(areDone(results)).isTrue();
        assertThat(assignments(azure)).doesNotContain(principal);
    }

    private static boolean areDone(List<StepResult<RevokedGrant>> results) {
        return !results.isEmpty() && results.stream().allMatch(result -> result.state() == StepResult.State.DONE);
    }

    @Test
    void troubleAtAnyCall_endsTheSame() throws InterruptedException {
        CallByCall.trouble(new Revocation(false));
        CallByCall.trouble(new Revocation(true));
    }

    @Test
    void deathAtAnyCall_endsTheSame() throws InterruptedException {
        CallByCall.death(new Revocation(false));
        CallByCall.death(new Revocation(true));
    }

    private record Revocation(boolean byPolicy) implements CallByCall.Given {
        @Override
        public FakeAzure world() throws InterruptedException {
            var variant = byPolicy ? Variant.CACHE_USER_POLICY_GRANTED : Variant.CACHE_USER_RBAC;
            var azure = working(variant);
            delete(azure, variant);
            return azure;
        }

        @Override
        public RevokeGrant request(FakeAzure azure, boolean withHint) {
            var principal = azure.identity(Variant.IDENTITY).principalId();
            return byPolicy
                    ? of(azure, principal).consent(PrincipalId.of(principal)).build()
                    : of(azure, principal).build();
        }

        @Override
        public void assertEnd(FakeAzure azure, String what) {
            var principal = azure.identity(Variant.IDENTITY).principalId();
            assertThat(assignments(azure)).as(what).doesNotContain(principal);
            assertThat(azure.vault(Variant.VAULT).policies())
                    .as(what)
                    .noneMatch(entry -> entry.text("objectId").orElseThrow().equals(principal));
        }
    }
}
