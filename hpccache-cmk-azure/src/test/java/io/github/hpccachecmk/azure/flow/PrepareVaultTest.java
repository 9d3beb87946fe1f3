package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.ExistingVault;
import io.github.hpccachecmk.model.KeyRotation;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultNetwork;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.PreparedVault;
import io.github.hpccachecmk.report.RequiredPermission;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.PrepareVault;
import io.github.hpccachecmk.testkit.CallerScript;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.port.PortFace;
import io.github.hpccachecmk.testkit.world.RightGrant;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The administrator's step, on the fake and through the real clients. */
class PrepareVaultTest {
    private static final Duration LONG = Duration.ofHours(12);
    private static final String VAULT = PrepareVariant.VAULT;
    private static final String KEY = PrepareVariant.KEY;

    private static PreparedVault done(Face face, FakeAzure azure, PrepareVault request) throws InterruptedException {
        return face.keys(azure).begin(request).await(LONG);
    }

    private static Finding blocked(Face face, FakeAzure azure, PrepareVault request) {
        return Blocked.by(face, azure, request).findings().get(0);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void nothingThere_vaultAndKeyAreMadeAsAskedFor(Face face) throws InterruptedException {
        var azure = PrepareVariant.NEW_BY_ROLES.world(1);

        var prepared = done(face, azure, PrepareVariant.NEW_BY_ROLES.request(azure));

        var vault = azure.vault(VAULT).document();
        assertThat(vault.text("location")).contains("eastus");
        assertThat(vault.at("properties.enableRbacAuthorization")).isEqualTo(Optional.of(true));
        assertThat(vault.at("properties.enablePurgeProtection")).isEqualTo(Optional.of(true));
        assertThat(vault.at("properties.softDeleteRetentionInDays")).isEqualTo(Optional.of(90));
        assertThat(vault.at("properties.networkAcls.defaultAction")).isEqualTo(Optional.of("Deny"));
        assertThat(vault.at("properties.networkAcls.bypass")).isEqualTo(Optional.of("AzureServices"));
        assertThat(vault.at("tags.team")).isEqualTo(Optional.of("render"));
        assertThat(prepared.key()).isEqualTo(KeyUrl.parse(azure.keyUrl(VAULT, KEY)));
        assertThat(prepared.keyExpires()).contains(Instant.parse("2027-02-19T08:00:00Z"));
        assertThat(prepared.accessModel()).isEqualTo(AccessModel.RBAC);
        assertThat(prepared.writes()).isEqualTo(PrepareVariant.NEW_BY_ROLES.writes());
        assertThat(PreparedVault.fromMap(prepared.toMap())).isEqualTo(prepared);
    }

    @ParameterizedTest
    @EnumSource(PrepareVariant.class)
    void preparedOnEitherFace_takesTheWritesOfItsPlanAndNoneTheSecondTime(PrepareVariant variant)
            throws InterruptedException {
        for (var face : Face.values()) {
            var azure = variant.world(1);
            var request = variant.request(azure);
            long before = azure.journal().last();
            var plan = face.keys(azure).plan(request);
            assertThat(azure.journal().after(before).writes()).isEmpty();

            var prepared = done(face, azure, request);

            assertThat(plan.blockers()).as(face + " " + variant).isEmpty();
            assertThat(prepared.writes()).as(face + " " + variant).isEqualTo(variant.writes());
            assertThat(plan.writes())
                    .as(face + " " + variant)
                    .extracting(PlannedWrite::kind)
                    .containsAll(variant.writes());
            assertThat(azure.vault(VAULT).versions(KEY)).hasSize(1);
            long after = azure.journal().last();
            assertThat(done(face, azure, request).key()).isEqualTo(prepared.key());
            assertThat(azure.journal().after(after).writes()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void preparedVault_isFitForACreate(Face face) throws InterruptedException {
        var azure = PrepareVariant.NEW_BY_POLICIES.world(1);
        var prepared = done(
                face,
                azure,
                PrepareVariant.NEW_BY_POLICIES
                        .builder(azure)
                        .network(VaultNetwork.ALL_NETWORKS)
                        .build());

        var create = Variant.CACHE_SYSTEM_POLICY.create(azure, prepared.vault());

        assertThat(face.keys(azure).begin(create).await(LONG).key()).isEqualTo(prepared.key());
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void vaultOfSomebodyElse_isNotTouchedUnlessAdopted(Face face) {
        var azure = PrepareVariant.ADOPTED_UNPROTECTED.world(1);
        var before = azure.vault(VAULT).document();

        var finding = blocked(
                face,
                azure,
                PrepareVariant.ADOPTED_UNPROTECTED
                        .builder(azure)
                        .existing(ExistingVault.REFUSE)
                        .build());

        assertThat(finding.code()).contains(ErrorCode.NAME_TAKEN);
        assertThat(finding.message()).contains("exists, and this library did not make it");
        assertThat(finding.remedy()).contains(".existing(ExistingVault.ADOPT)");
        assertThat(azure.vault(VAULT).document()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void adoptedVault_keepsWhatOthersHaveInIt(Face face) throws InterruptedException {
        var azure = PrepareVariant.ADOPTED_UNPROTECTED.world(1);
        var vault = azure.vault(VAULT).accessPolicies();
        Worlds.strangerHasAccess(azure);
        var policies = vault.policies();
        assertThat(policies).isNotEmpty();

        done(
                face,
                azure,
                PrepareVariant.ADOPTED_UNPROTECTED
                        .builder(azure)
                        .accessModel(AccessModel.ACCESS_POLICY)
                        .build());

        assertThat(vault.policies()).isEqualTo(policies);
        assertThat(vault.isPurgeProtected()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void vaultOfAnotherAccessModelOrRegion_isNeverChanged(Face face) {
        var azure = PrepareVariant.ADOPTED_COMPLETE.world(1);
        azure.vault(VAULT).in("westeurope");

        var finding = blocked(
                face,
                azure,
                PrepareVariant.ADOPTED_COMPLETE
                        .builder(azure)
                        .accessModel(AccessModel.ACCESS_POLICY)
                        .build());

        assertThat(finding.message())
                .contains("region westeurope instead of eastus")
                .contains("access model RBAC instead of ACCESS_POLICY");
        assertThat(azure.journal().writes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void deletedVault_isRecoveredOnlyWhenAskedAndTheLossIsTold(Face face) throws InterruptedException {
        var azure = PrepareVariant.RECOVERED_WITH_KEY.world(1);
        var adopting = PrepareVariant.RECOVERED_WITH_KEY
                .builder(azure)
                .existing(ExistingVault.ADOPT)
                .build();

        var finding = blocked(face, azure, adopting);
        assertThat(finding.message()).contains("is in deleted state and keeps its name until");
        assertThat(finding.remedy())
                .contains("ExistingVault.RECOVER")
                .contains("Role assignments on it are not recovered");

        var request = PrepareVariant.RECOVERED_WITH_KEY.request(azure);
        assertThat(face.keys(azure).plan(request).writes().get(0).summary())
                .contains("role assignments on the vault and on what is in it are not recovered");
        assertThat(done(face, azure, request).writes()).isEqualTo(PrepareVariant.RECOVERED_WITH_KEY.writes());
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void nameHeldInAnotherGroup_blocksWithTheServicesWords(Face face) {
        var azure = FakeAzure.create(1);
        azure.vaultAt(azure.subscription(), "other-rg", VAULT);

        var finding = blocked(face, azure, PrepareVariant.NEW_BY_ROLES.request(azure));

        assertThat(finding.code()).contains(ErrorCode.NAME_TAKEN);
        assertThat(finding.message()).startsWith("The name 'contoso-cmk' is not free (");
        assertThat(azure.journal().writes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void withoutConsent_nothingIsMade(Face face) {
        var azure = FakeAzure.create(1);

        var finding = blocked(
                face,
                azure,
                PrepareVariant.NEW_BY_ROLES
                        .builder(azure)
                        .vaultProtection(VaultProtection.requireAlreadyOn())
                        .build());

        assertThat(finding.rule()).isEqualTo("vault.purge-protection");
        assertThat(finding.code()).contains(ErrorCode.CONSENT_MISSING);
        assertThat(finding.remedy()).startsWith("Consent in the request: .vaultProtection(");
        assertThat(azure.journal().writes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void keyThatIsNotFit_blocksAndGetsNoSecondVersion(Face face) {
        var azure = FakeAzure.create(1);
        azure.vault(VAULT).rbac().purgeProtection(true).withRsaKey(KEY, 3072).keyEnabled(KEY, false);

        var blocked = catchThrowableOfType(
                OperationBlockedException.class,
                () -> face.keys(azure)
                        .begin(PrepareVariant.ADOPTED_COMPLETE.request(azure))
                        .await(LONG));

        assertThat(blocked.findings()).extracting(Finding::rule).containsExactly("key.size", "key.enabled");
        assertThat(azure.vault(VAULT).versions(KEY)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void keyInDeletedState_isToldAndNothingOfItIsPurged(Face face) {
        var azure = PrepareVariant.ADOPTED_COMPLETE.world(1);
        azure.principal(FakeAzure.OWNER).mayData("*");
        var deleted = azure.answer(new WireRequest(
                "DELETE",
                VAULT + ".vault.azure.net",
                "/keys/" + KEY,
                Map.of("api-version", "7.6"),
                Map.of(),
                null,
                FakeAzure.OWNER));
        assertThat(deleted.isSuccess()).isTrue();

        var finding = blocked(face, azure, PrepareVariant.ADOPTED_COMPLETE.request(azure));

        assertThat(finding.code()).contains(ErrorCode.NAME_TAKEN);
        assertThat(finding.message()).contains("deleted but recoverable state");
        assertThat(finding.remedy()).contains("Recover the deleted resource");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void nameTakenInTheLastMoment_isTold(Face face) {
        var azure = FakeAzure.create(1);
        azure.faults()
                .on(PortOperation.PUT_VAULT)
                .call(1)
                .runBefore(() -> azure.vaultAt(azure.subscription(), "other-rg", VAULT));

        var finding = blocked(face, azure, PrepareVariant.NEW_BY_ROLES.request(azure));

        assertThat(finding.code()).contains(ErrorCode.NAME_TAKEN);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void callerWithoutTheRightToWrite_isToldBeforeAnyWrite(Face face) {
        var azure = FakeAzure.create(1);
        azure.principal("reader").may("*/read");
        var keys = face.keys(azure, io.github.hpccachecmk.core.policy.RuleCatalogue.standard(), "reader");

        var plan = keys.plan(PrepareVariant.NEW_BY_ROLES.request(azure));

        assertThat(plan.blockers()).extracting(Finding::rule).containsExactly("caller.prepare-rights");
        assertThat(plan.blockers().get(0).message())
                .startsWith(
                        "The caller lacks Microsoft.KeyVault/vaults/write, Microsoft.KeyVault/vaults/keys/write on");
    }

    @ParameterizedTest
    @EnumSource(PrepareVariant.class)
    void requiredPermissions_areEnoughAndNoneToWriteIsTooMany(PrepareVariant variant) {
        var all = FakeAzure.create(1)
                .customerManagedKeys()
                .requiredPermissions(variant.request(FakeAzure.create(1)))
                .essential()
                .all();
        var azure = variant.world(1);
        var caller = azure.principal("deployer");
        all.forEach(right -> grant(caller, right));
        var process = azure.customerManagedKeys("deployer");
        StepResult<PreparedVault> result = process.step(variant.request(azure), Hint.none());
        for (int pass = 0; pass < 20 && result.state() == StepResult.State.IN_PROGRESS; pass++) {
            azure.advance(Duration.ofMinutes(1));
            result = process.step(variant.request(azure), result.hint());
        }
        assertThat(result.state()).as(variant + " " + result).isEqualTo(StepResult.State.DONE);
    }

    private static void grant(CallerScript caller, RequiredPermission right) {
        if (right.plane() == RequiredPermission.Plane.CONTROL) {
            caller.mayAt(right.scope(), right.action());
        } else {
            caller.add(new RightGrant(right.scope(), List.of(), List.of(), List.of(right.action()), List.of()));
        }
    }

    /** What can become necessary of a vault that was complete when the plan was made. */
    enum Change {
        VAULT_GONE,
        VAULT_DELETED,
        KEY_GONE,
        IMPORTED_KEY_GONE,
        ROTATION_POLICY_CHANGED;

        PrepareVariant variant() {
            return switch (this) {
                case VAULT_GONE, VAULT_DELETED, KEY_GONE -> PrepareVariant.ADOPTED_COMPLETE;
                case IMPORTED_KEY_GONE, ROTATION_POLICY_CHANGED -> PrepareVariant.PREMIUM_IMPORTED_BLOB;
            };
        }

        WriteKind write() {
            return switch (this) {
                case VAULT_GONE -> WriteKind.CREATE_VAULT;
                case VAULT_DELETED -> WriteKind.RECOVER_VAULT;
                case KEY_GONE -> WriteKind.CREATE_KEY;
                case IMPORTED_KEY_GONE -> WriteKind.IMPORT_KEY;
                case ROTATION_POLICY_CHANGED -> WriteKind.SET_ROTATION_POLICY;
            };
        }

        void happen(FakeAzure azure) {
            var vault = PrepareVariant.id(azure);
            switch (this) {
                case VAULT_GONE -> azure.thirdParty(world -> world.without(vault.toString()));
                case VAULT_DELETED -> azure.vault(VAULT).deleted();
                case ROTATION_POLICY_CHANGED ->
                    PortFace.of(azure, FakeAzure.OWNER)
                            .keyData()
                            .setRotation(
                                    new CallContext("other"),
                                    KeyUrl.parse(azure.keyUrl(VAULT, KEY)),
                                    RotationSnapshot.none().with(Optional.of(KeyRotation.after(Period.ofDays(30)))));
                case KEY_GONE, IMPORTED_KEY_GONE ->
                    azure.thirdParty(world -> world.without(vault.keyScope(KEY).toString()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void writeThatIsNotInTheApprovedPlan_isNotSent(Change change) throws InterruptedException {
        for (var face : Face.values()) {
            var azure = change.variant().world(1);
            var request = change.variant()
                    .builder(azure)
                    .existing(ExistingVault.RECOVER)
                    .build();
            done(face, azure, request);
            var plan = face.keys(azure).plan(request);
            assertThat(plan.writes()).isEmpty();
            change.happen(azure);
            long before = azure.journal().last();

            var blocked = catchThrowableOfType(
                    OperationBlockedException.class,
                    () -> face.keys(azure)
                            .begin(request, OperationOptions.approved(plan))
                            .await(LONG));

            assertThat(blocked).as(azure.transcript()).isNotNull();
            assertThat(blocked.code()).isEqualTo(ErrorCode.PLAN_CHANGED);
            assertThat(blocked).hasMessageContaining(change.write().name());
            assertThat(azure.journal().after(before).writes()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void anotherCaller_makingTheSameVaultAtTheSameTime_endsInOneVaultAndOneVersion(Face face)
            throws InterruptedException {
        var azure = FakeAzure.create(1);
        var request = PrepareVariant.NEW_BY_ROLES.request(azure);
        var first = face.keys(azure).begin(request);
        var second = face.keys(azure).begin(request);

        assertThat(first.await(LONG).key()).isEqualTo(second.await(LONG).key());
        assertThat(azure.vault(VAULT).versions(KEY)).hasSize(1);
        assertThat(azure.journal().calls(PortOperation.PUT_KEY)).hasSizeLessThanOrEqualTo(2);
        assertThat(List.of(first, second))
                .allMatch(operation -> operation.status().phase().name().equals("DONE"));
    }
}
