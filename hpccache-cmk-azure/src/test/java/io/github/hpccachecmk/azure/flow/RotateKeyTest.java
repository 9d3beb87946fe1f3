package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.policy.PolicySettings;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.Severity;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.RotateKey;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A resource goes to a newer version of its key, on the fake and through the real clients. */
class RotateKeyTest {
    /** What only a plan that holds it lets through. */
    static final List<WriteKind> BOUND_BY_A_PLAN = List.of(WriteKind.ROTATE_KEY, WriteKind.TAG_KEY_VERSION);

    private static final Duration LONG = Duration.ofHours(12);

    private static Job job(Face face, RotateVariant variant) throws InterruptedException {
        var azure = variant.world(1);
        return new Job(azure, face.keys(azure), variant.request(azure)).newChapter();
    }

    @ParameterizedTest
    @EnumSource(RotateVariant.class)
    void rotationOnEitherFace_takesTheWritesOfItsPlanAndNoneTheSecondTime(RotateVariant variant)
            throws InterruptedException {
        for (var face : Face.values()) {
            var job = job(face, variant);
            var left = ((RotateKey) job.request).newerThan();
            var plan = job.keys.plan(job.request);
            assertThat(job.writes()).as(job.timeline()).isZero();

            var rotated = job.succeeds();

            assertThat(plan.blockers()).as(face + " " + variant).isEmpty();
            assertThat(plan.writes())
                    .as(face + " " + variant)
                    .extracting(PlannedWrite::kind)
                    .containsExactlyElementsOf(variant.writes());
            assertThat(rotated.writes()).as(job.timeline()).isEqualTo(variant.writes());
            assertThat(rotated.key()).isEqualTo(variant.newest(job.azure)).isNotEqualTo(left);
            assertThat(KeyUrl.parse(variant.target(job.azure).keyUrl())).isEqualTo(rotated.key());
            assertThat(rotated.autoRotation()).isEqualTo(variant.isRotating());
            assertThat(EncryptedResource.fromMap(rotated.toMap())).isEqualTo(rotated);
            job.newChapter().succeeds();
            assertThat(job.writes()).as(job.timeline()).isZero();
            assertThat(job.azure.vault(Variant.VAULT).versions(Variant.KEY)).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(RotateVariant.class)
    void outcome_tellsFromWhenOnTheOldVersionMayBeDisabled(RotateVariant variant) throws InterruptedException {
        for (var face : Face.values()) {
            var job = job(face, variant);
            var left = ((RotateKey) job.request).newerThan();
            var begun = job.azure.now();

            var rotated = job.succeeds();

            var superseded = rotated.superseded().orElseThrow();
            assertThat(superseded.key()).isEqualTo(left);
            assertThat(superseded.newerSince()).isBetween(begun, rotated.observedAt());
            assertThat(superseded.safeToDisableAfter())
                    .isEqualTo(superseded.newerSince().plus(Duration.ofHours(24)));
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void runAgainADayLater_withTheHintKeepsTheTime_withoutItBeginsAnew(Face face) throws InterruptedException {
        var job = job(face, RotateVariant.CACHE_MAKES_VERSION);
        var operation = job.keys.begin(job.request);
        var first = operation.await(LONG).superseded().orElseThrow();
        job.azure.advance(Duration.ofHours(20));

        var resumed = job.keys
                .begin(job.request, OperationOptions.defaults().resumingFrom(operation.hint()))
                .await(LONG);
        var anew = job.succeeds();

        assertThat(resumed.superseded()).contains(first);
        assertThat(anew.superseded().orElseThrow().newerSince()).isEqualTo(anew.observedAt());
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void versionThatIsMade_carriesItsRotationsTagAndKeepsTheOthers(Face face) throws InterruptedException {
        var job = job(face, RotateVariant.CACHE_MAKES_VERSION);
        job.azure.vault(Variant.VAULT).keyTags(Variant.KEY, Map.of("team", "render"));

        job.succeeds();

        var tags = job.azure.vault(Variant.VAULT).keyTags(Variant.KEY);
        assertThat(tags).containsEntry("team", "render").containsKey("hpccache-cmk-rotation");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void tagRefused_rotationGoesOn(Face face) throws InterruptedException {
        var job = job(face, RotateVariant.CACHE_MAKES_VERSION);
        job.azure
                .faults()
                .on(PortOperation.UPDATE_KEY_VERSION)
                .everyCall()
                .answer(403, "Forbidden", "not allowed to update");

        var rotated = job.succeeds();

        assertThat(rotated.writes()).containsExactly(WriteKind.ROTATE_KEY, WriteKind.CHANGE_KEY);
        assertThat(job.azure.journal().calls(PortOperation.UPDATE_KEY_VERSION)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void answerOfTheRotationLost_makesNoSecondVersion(Face face) throws InterruptedException {
        var job = job(face, RotateVariant.CACHE_MAKES_VERSION);
        job.azure.faults().on(PortOperation.ROTATE_KEY).call(1).effectAfter(Duration.ofSeconds(100));

        job.succeeds();

        assertThat(job.azure.vault(Variant.VAULT).versions(Variant.KEY)).hasSize(2);
        assertThat(job.azure.journal().calls(PortOperation.ROTATE_KEY)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void keyHiddenOnTheControlPlane_isLookedAtInTheVaultAndRotatedOnce(Face face) throws InterruptedException {
        var job = job(face, RotateVariant.FILE_SYSTEM_MAKES_VERSION);
        job.azure
                .faults()
                .on(PortOperation.GET_KEY)
                .everyCall()
                .answer(403, "AuthorizationFailed", "does not have authorization to perform vaults/keys/read");

        var rotated = job.succeeds();

        assertThat(job.azure.vault(Variant.VAULT).versions(Variant.KEY)).hasSize(2);
        assertThat(rotated.key()).isEqualTo(RotateVariant.FILE_SYSTEM_MAKES_VERSION.newest(job.azure));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void readsThatNeverShowTheNewVersion_areNoReasonToMakeAnother(Face face) throws InterruptedException {
        var job = job(face, RotateVariant.CACHE_MAKES_VERSION);
        job.azure.advance(Duration.ofHours(3));
        job.azure.faults().on(PortOperation.GET_KEY).everyCall().staleRead(Duration.ofHours(2));

        var error = job.blocks();

        assertThat(error.code()).isEqualTo(ErrorCode.OUTCOME_UNKNOWN);
        assertThat(job.azure.vault(Variant.VAULT).versions(Variant.KEY)).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void serviceThatDoesNotFollow_isNotWaitedForLongerThanTwoHours(Face face) throws InterruptedException {
        var job = job(face, RotateVariant.CACHE_FOLLOWS_BY_ITSELF);
        job.azure.timing(Change.KEY_AUTO_ROTATED, Delay.after(Duration.ofHours(9)));

        var rotated = job.succeeds();

        assertThat(rotated.writes())
                .containsExactly(
                        WriteKind.ROTATE_KEY,
                        WriteKind.TAG_KEY_VERSION,
                        WriteKind.CHANGE_KEY,
                        WriteKind.UPDATE_ENCRYPTION);
        assertThat(Duration.between(job.at(PortOperation.ROTATE_KEY, 1), job.at(PortOperation.UPDATE_TARGET, 1)))
                .isBetween(Duration.ofHours(2), Duration.ofMinutes(125));
        assertThat(rotated.autoRotation()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void resourceOnAVersionBetween_isNewEnough(Face face) throws InterruptedException {
        var job = job(face, RotateVariant.CACHE_MAKES_VERSION);
        var second = job.succeeds();
        job.azure.advance(Duration.ofMinutes(1));
        job.azure.vault(Variant.VAULT).withNewVersion(Variant.KEY);

        var again = job.newChapter().succeeds();

        assertThat(again.key()).isEqualTo(second.key());
        assertThat(job.writes()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void versionThatCannotBeComparedForAMoment_isNotTakenForOneToLeave(Face face) throws InterruptedException {
        for (int call = 1; call <= 2; call++) {
            var job = job(face, RotateVariant.CACHE_MAKES_VERSION);
            var second = job.succeeds();
            job.azure.advance(Duration.ofMinutes(1));
            job.azure.vault(Variant.VAULT).withNewVersion(Variant.KEY);
            job.azure
                    .faults()
                    .on(PortOperation.GET_KEY_VERSION)
                    .call(call)
                    .answer(503, "ServiceUnavailable", "try again");

            var again = job.newChapter().succeeds();

            assertThat(again.key()).as("call " + call).isEqualTo(second.key());
            assertThat(job.writes()).as(job.timeline()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void resourceUnderAnotherKey_isNotTouched(Face face) throws InterruptedException {
        var job = job(face, RotateVariant.CACHE_MAKES_VERSION);
        job.azure.vault(Variant.VAULT).withRsaKey("next-key", 2048);
        var other = KeyUrl.parse(job.azure.keyUrl(Variant.VAULT, "next-key"));
        var request = (RotateKey) job.request;
        job.request = RotateKey.builder()
                .target(request.target())
                .vault(request.vault())
                .newerThan(other)
                .build();

        var error = job.blocks();

        assertThat(error.code()).isEqualTo(ErrorCode.DIFFERENT_KEY);
        assertThat(error.message()).contains(request.newerThan().toString()).contains("next-key");
        assertThat(job.writes()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void expiredVersion_isWhatARotationIsFor(Face face) throws InterruptedException {
        var job = job(face, RotateVariant.FILE_SYSTEM_MAKES_VERSION);
        job.azure
                .vault(Variant.VAULT)
                .keyDates(
                        Variant.KEY,
                        Optional.empty(),
                        Optional.of(job.azure.now().minus(Duration.ofMinutes(1))));

        var plan = job.keys.plan(job.request);
        var rotated = job.succeeds();

        assertThat(plan.blockers()).isEmpty();
        assertThat(plan.findings())
                .filteredOn(finding -> finding.rule().equals("key.expiry"))
                .extracting(finding -> finding.severity())
                .containsExactly(Severity.WARNING);
        assertThat(rotated.key()).isEqualTo(RotateVariant.FILE_SYSTEM_MAKES_VERSION.newest(job.azure));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void disabledVersion_blocksBeforeAnotherIsMade(Face face) throws InterruptedException {
        var job = job(face, RotateVariant.FILE_SYSTEM_MAKES_VERSION);
        job.azure.vault(Variant.VAULT).keyEnabled(Variant.KEY, false);

        var error = job.blocks();

        assertThat(error.code()).isEqualTo(ErrorCode.PREFLIGHT_BLOCKED);
        assertThat(job.writes()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void callerWithoutTheRightToRotate_hearsWhichRightIsMissing(Face face) throws InterruptedException {
        var job = job(face, RotateVariant.CACHE_MAKES_VERSION_BY_ROLE);
        job.azure
                .principal("operator")
                .mayAllBut("Microsoft.Nothing/at/all")
                .mayData("Microsoft.KeyVault/vaults/keys/read");

        var error = Blocked.by(
                        face.keys(job.azure, RuleCatalogue.standard(new PolicySettings(false)), "operator"),
                        job.azure,
                        job.request)
                .error();

        assertThat(error.message()).containsIgnoringCase("rotate");
        assertThat(job.azure.vault(Variant.VAULT).versions(Variant.KEY)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void versionThatThePlanDoesNotHold_isNotMade(Face face) throws InterruptedException {
        var job = job(face, RotateVariant.CACHE_MAKES_VERSION);
        var request = (RotateKey) job.request;
        var elsewhere = RotateVariant.CACHE_TAKES_NEWEST;
        var plan = planWithoutVersion(face, elsewhere);
        assertThat(plan.writes()).extracting(PlannedWrite::kind).doesNotContain(WriteKind.ROTATE_KEY);

        var blocked = catchThrowableOfType(
                OperationBlockedException.class,
                () -> job.keys.begin(request, OperationOptions.approved(plan)).await(LONG));

        assertThat(blocked.error().code()).isEqualTo(ErrorCode.PLAN_CHANGED);
        assertThat(job.writes()).isZero();
    }

    private static Plan planWithoutVersion(Face face, RotateVariant variant) throws InterruptedException {
        var azure = variant.world(1);
        return face.keys(azure).plan(variant.request(azure));
    }

    /** A life whose hint tells of a version that it made, and a plan that was made after it. */
    @ParameterizedTest
    @EnumSource(Face.class)
    void tagThatThePlanDoesNotHold_isNotSetAndTheRotationGoesOn(Face face) throws InterruptedException {
        var job = job(face, RotateVariant.CACHE_MAKES_VERSION);
        var hint = Hint.none();
        for (int pass = 0;
                pass < 100
                        && job.azure.vault(Variant.VAULT).versions(Variant.KEY).size() == 1;
                pass++) {
            var step = job.keys.step(job.request, hint);
            hint = step.hint();
            job.azure.advance(Duration.between(
                    job.azure.now(), step.lookAgainAt().orElseThrow().plusSeconds(1)));
        }
        assertThat(job.azure.vault(Variant.VAULT).versions(Variant.KEY)).hasSize(2);
        var plan = job.keys.plan(job.request);

        var rotated = job.keys
                .begin(job.request, OperationOptions.approved(plan).resumingFrom(hint))
                .await(LONG);

        assertThat(rotated.writes()).containsExactly(WriteKind.CHANGE_KEY);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void twoOrchestrators_endOnTheSameVersion(Face face) throws InterruptedException {
        var job = job(face, RotateVariant.CACHE_MAKES_VERSION);
        var first = face.keys(job.azure).begin(job.request);
        var second = face.keys(job.azure).begin(job.request);

        assertThat(first.await(LONG).key()).isEqualTo(second.await(LONG).key());
    }
}
