package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.journal.JournalEntry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A resource goes from one key to another, on the fake and through the real clients. */
class ChangeKeyTest {
    /** What only a plan that holds it lets through; the others are in {@link ApprovedPlanTest}. */
    static final WriteKind BOUND_BY_A_PLAN = WriteKind.CHANGE_KEY;

    private static final Duration LONG = Duration.ofHours(12);

    private static Job job(Face face, ChangeVariant variant) throws InterruptedException {
        var azure = variant.world(1);
        return new Job(azure, face.keys(azure), variant.request(azure)).newChapter();
    }

    @ParameterizedTest
    @EnumSource(ChangeVariant.class)
    void changeOnEitherFace_takesTheWritesOfItsPlanAndNoneTheSecondTime(ChangeVariant variant)
            throws InterruptedException {
        for (var face : Face.values()) {
            var job = job(face, variant);
            var plan = job.keys.plan(job.request);
            assertThat(job.writes()).as(job.timeline()).isZero();

            var changed = job.succeeds();

            assertThat(plan.blockers()).as(face + " " + variant).isEmpty();
            assertThat(plan.writes())
                    .as(face + " " + variant)
                    .extracting(PlannedWrite::kind)
                    .containsExactlyElementsOf(variant.writes());
            assertThat(changed.writes()).as(job.timeline()).isEqualTo(variant.writes());
            assertThat(changed.key()).isEqualTo(variant.newKey(job.azure));
            assertThat(KeyUrl.parse(variant.target(job.azure).keyUrl())).isEqualTo(variant.newKey(job.azure));
            assertThat(changed.autoRotation()).isEqualTo(variant.isRotating());
            assertThat(EncryptedResource.fromMap(changed.toMap())).isEqualTo(changed);
            job.newChapter().succeeds();
            assertThat(job.writes()).as(job.timeline()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(ChangeVariant.class)
    void change_keepsEverythingElseOfTheResource(ChangeVariant variant) throws InterruptedException {
        for (var face : Face.values()) {
            var job = job(face, variant);
            var before = variant.target(job.azure).document();

            job.succeeds();

            assertThat(variant.target(job.azure)
                            .document()
                            .withoutAt("properties.encryptionSettings")
                            .without("systemData"))
                    .isEqualTo(before.withoutAt("properties.encryptionSettings").without("systemData"));
        }
    }

    @ParameterizedTest
    @EnumSource(ChangeVariant.class)
    void change_leavesTheAccessToTheOldKey(ChangeVariant variant) throws InterruptedException {
        for (var face : Face.values()) {
            var job = job(face, variant);
            var policies = job.azure.vault(Variant.VAULT).policies();

            job.succeeds();

            assertThat(job.azure.vault(Variant.VAULT).policies()).isEqualTo(policies);
            assertThat(job.made().entries()).extracting(JournalEntry::method).doesNotContain("DELETE");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ChangeVariant.class,
            names = {"CACHE_OTHER_KEY_BY_ROLE", "CACHE_OTHER_VAULT_BY_POLICY", "FILE_SYSTEM_OTHER_VAULT_BY_ROLE"})
    void switchToTheNewKey_comesAfterItsAccessHasSettled(ChangeVariant variant) throws InterruptedException {
        for (var face : Face.values()) {
            var job = job(face, variant);
            var grant = variant.writes().get(0) == WriteKind.ASSIGN_ROLE
                    ? PortOperation.CREATE_ROLE_ASSIGNMENT
                    : PortOperation.ADD_ACCESS_POLICY;

            job.succeeds();

            // Counted from the service's own time of the assignment, which is a moment earlier than its answer.
            assertThat(Duration.between(job.at(grant, 1).minusSeconds(1), job.at(PortOperation.UPDATE_TARGET, 1)))
                    .isGreaterThanOrEqualTo(job.request.settleWindow());
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void accessTakenAwayAndGivenAgainByOthers_settlesAnew(Face face) throws InterruptedException {
        var variant = ChangeVariant.CACHE_OTHER_KEY_BY_ROLE;
        var job = job(face, variant);
        var azure = job.azure;
        var begun = azure.now();
        job.later(Duration.ofMinutes(5), () -> Worlds.renewAssignments(azure, ChangeVariant.OTHER_KEY));

        job.succeeds();

        assertThat(Duration.between(begun, job.at(PortOperation.UPDATE_TARGET, 1)))
                .isGreaterThanOrEqualTo(Duration.ofMinutes(15).minusSeconds(1));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void newKeyThatIsNotFit_isNotSwitchedTo(Face face) throws InterruptedException {
        var variant = ChangeVariant.CACHE_OTHER_VAULT_BY_POLICY;
        var job = job(face, variant);
        job.azure.vault(ChangeVariant.OTHER).keyEnabled(ChangeVariant.OTHER_KEY, false);
        var before = variant.target(job.azure).keyUrl();

        var error = job.blocks();

        assertThat(error.code()).isEqualTo(ErrorCode.PREFLIGHT_BLOCKED);
        assertThat(variant.target(job.azure).keyUrl()).isEqualTo(before);
        assertThat(job.writes()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void resourceWithoutCustomerKey_isToldThatItCannotHaveOne(Face face) throws InterruptedException {
        var variant = ChangeVariant.CACHE_NEW_VERSION;
        var job = job(face, variant);
        job.azure.thirdParty(world -> world.update(
                variant.target(job.azure).id(),
                cache -> cache.with(cache.document().withoutAt("properties.encryptionSettings"))));

        assertThat(job.fails().code()).isEqualTo(ErrorCode.ENCRYPTION_NOT_POSSIBLE);
        assertThat(job.writes()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void resourceThatDoesNotExist_isNotMade(Face face) throws InterruptedException {
        var variant = ChangeVariant.CACHE_NEW_VERSION;
        var job = job(face, variant);
        variant.target(job.azure).vanish();

        assertThat(job.blocks().code()).isEqualTo(ErrorCode.RESOURCE_MISSING);
        assertThat(job.writes()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void versionThatTheServiceTookByItself_isNotRolledBack(Face face) throws InterruptedException {
        var variant = ChangeVariant.CACHE_ROTATING_NEW_VERSION;
        var job = job(face, variant);
        job.succeeds();
        job.azure.vault(Variant.VAULT).withNewVersion(Variant.KEY);
        job.azure.advance(Duration.ofHours(2));
        var taken = job.azure.keyUrl(Variant.VAULT, Variant.KEY);
        assertThat(variant.target(job.azure).keyUrl()).isEqualTo(taken);

        var again = job.newChapter().succeeds();

        assertThat(again.key()).isEqualTo(KeyUrl.parse(taken));
        assertThat(job.writes()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void rotationAskedFor_isSwitchedOnThoughItWasOff(Face face) throws InterruptedException {
        var variant = ChangeVariant.CACHE_NEW_VERSION;
        var azure = variant.world(1);
        var job = new Job(
                azure,
                face.keys(azure),
                variant.builder(azure).autoRotation(true).build());

        assertThat(job.succeeds().autoRotation()).isTrue();
        assertThat(variant.target(azure).autoRotation()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void processThatDiesBetweenTheTwoWrites_keepsTheRotationByItsHint(Face face) throws InterruptedException {
        var variant = ChangeVariant.CACHE_ROTATING_NEW_VERSION;
        var job = job(face, variant);
        job.azure.faults().on(PortOperation.UPDATE_TARGET).call(1).stopAfterEffect();
        var operation = job.keys.begin(job.request);
        assertThat(catchThrowable(() -> operation.await(LONG))).isNotNull();
        job.azure.faults().clear();
        job.azure.faults().restart();

        var changed = face.keys(job.azure)
                .begin(job.request, OperationOptions.defaults().resumingFrom(operation.hint()))
                .await(LONG);

        assertThat(changed.autoRotation()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void twoOrchestrators_changeTheKeyOnce(Face face) throws InterruptedException {
        var variant = ChangeVariant.FILE_SYSTEM_OTHER_VAULT_BY_ROLE;
        var job = job(face, variant);
        var first = face.keys(job.azure).begin(job.request);
        var second = face.keys(job.azure).begin(job.request);

        assertThat(first.await(LONG).key()).isEqualTo(second.await(LONG).key());
        assertThat(KeyUrl.parse(variant.target(job.azure).keyUrl())).isEqualTo(variant.newKey(job.azure));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void approvedPlan_holdsTheChangeToItsKey(Face face) throws InterruptedException {
        var variant = ChangeVariant.CACHE_NEW_VERSION;
        var job = job(face, variant);
        var plan = job.keys.plan(job.request);

        var changed =
                job.keys.begin(job.request, OperationOptions.approved(plan)).await(LONG);

        assertThat(changed.key()).isEqualTo(variant.newKey(job.azure));
        assertThat(plan.writes())
                .extracting(PlannedWrite::summary)
                .containsExactly("PATCH encryptionSettings: key " + variant.newKey(job.azure) + " of "
                        + job.azure.vault(Variant.VAULT).id() + "; everything else stays as it is");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void keyChangedBackAfterTheApproval_isNotChangedOnceMore(Face face) throws InterruptedException {
        var variant = ChangeVariant.FILE_SYSTEM_NEW_VERSION;
        var job = job(face, variant);
        var old = variant.target(job.azure).keyUrl();
        job.succeeds();
        var plan = job.keys.plan(job.request);
        assertThat(plan.writes()).isEmpty();
        job.azure.thirdParty(world -> world.update(
                variant.target(job.azure).id(),
                target -> target.with(
                        target.document().withAt("properties.encryptionSettings.keyEncryptionKey.keyUrl", old))));
        job.newChapter();

        var blocked = catchThrowableOfType(
                OperationBlockedException.class,
                () -> job.keys
                        .begin(job.request, OperationOptions.approved(plan))
                        .await(LONG));

        assertThat(blocked.code()).isEqualTo(ErrorCode.PLAN_CHANGED);
        assertThat(blocked).hasMessageContaining(BOUND_BY_A_PLAN.name());
        assertThat(job.writes()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void rulesAboutNewResources_areNotAskedOfAChange(Face face) throws InterruptedException {
        var job = job(face, ChangeVariant.CACHE_NEW_VERSION);

        assertThat(job.keys.plan(job.request).findings())
                .extracting(Finding::rule)
                .noneMatch(
                        List.of("target.sku", "target.quota", "target.size", "target.subnet", "target.retired")
                                ::contains);
    }

    private static final String DEPLOYER = "deployer";

    @ParameterizedTest
    @EnumSource(ChangeVariant.class)
    void requiredPermissions_areEnough(ChangeVariant variant) throws InterruptedException {
        FakeAzure azure = variant.world(1);
        var caller = azure.principal(DEPLOYER);
        azure.customerManagedKeys()
                .requiredPermissions(variant.request(azure))
                .essential()
                .all()
                .forEach(right -> caller.mayAt(right.scope(), right.action()));

        new Job(azure, azure.customerManagedKeys(DEPLOYER), variant.request(azure)).succeeds();

        assertThat(KeyUrl.parse(variant.target(azure).keyUrl())).isEqualTo(variant.newKey(azure));
    }
}
