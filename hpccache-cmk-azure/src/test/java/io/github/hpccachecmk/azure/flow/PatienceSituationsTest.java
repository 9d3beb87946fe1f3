package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long a flow goes on looking, how often it tries, and what it leaves alone because it is somebody else's. */
class PatienceSituationsTest {
    private static final String ROTATION = "properties.encryptionSettings.rotationToLatestKeyVersionEnabled";

    // ---- reads that are refused

    @ParameterizedTest
    @EnumSource(Face.class)
    void lookThatIsRefusedAfterTheCreate_goesOnOnceItIsAllowed(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        refuseLooks(job, 1, 10);

        job.succeeds();

        assertThat(job.actionNeeded().code()).as(job.timeline()).isEqualTo(ErrorCode.CALLER_NOT_AUTHORIZED);
        assertThat(job.writes()).as("one create, one grant\n" + job.timeline()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void lookThatStaysRefusedAfterTheCreate_isGivenUpAfterHours(Face face) {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        refuseLooks(job, 1, Integer.MAX_VALUE);

        var error = job.blocks();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.CALLER_NOT_AUTHORIZED);
        assertThat(lookedFor(job)).as(job.timeline()).isBetween(Duration.ofMinutes(238), Duration.ofMinutes(242));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void lookThatIsRefusedBeforeAnythingWasSent_blocksAtOnce(Face face) {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure.faults().on(PortOperation.GET_TARGET).everyCall().answer(403, "AuthorizationFailed", "No right.");

        var error = job.blocks();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.CALLER_NOT_AUTHORIZED);
        assertThat(job.calls(PortOperation.GET_TARGET)).as(job.timeline()).hasSize(1);
        assertThat(job.writes()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void readsThatFailForAMoment_doNotLengthenAWait(Face face) {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure
                .faults()
                .on(PortOperation.GET_TARGET)
                .everyCall()
                .when(request -> job.azure.cache(Variant.NAME).exists())
                .editAnswer(body -> body.withAt("properties.provisioningState", "Succeeded")
                        .withAt("properties.health.state", "Degraded"));
        for (int call : List.of(60, 120, 180)) {
            job.azure.faults().on(PortOperation.GET_TARGET).call(call).answer(503, "ServiceUnavailable", "Later.");
        }

        var error = job.blocks();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.WAIT_LIMIT_REACHED);
        assertThat(job.passedThrough(Phase.CONFIGURING)).isTrue();
        assertThat(job.calls(PortOperation.GET_TARGET)).hasSizeGreaterThan(180);
        assertThat(lookedFor(job))
                .as("two hours of waiting in all\n" + job.timeline())
                .isBetween(Duration.ofMinutes(119), Duration.ofMinutes(123));
    }

    // ---- the rotation flag

    @ParameterizedTest
    @EnumSource(Face.class)
    void olderReadsAfterTheRotationFlagWasWritten_costNoTry(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY_ROTATING);
        job.azure
                .faults()
                .on(PortOperation.GET_TARGET)
                .when(request -> !job.calls(PortOperation.UPDATE_TARGET).isEmpty())
                .nextCalls(2)
                .editAnswer(body -> body.withAt(ROTATION, false));

        var outcome = job.succeeds();

        assertThat(outcome.autoRotation()).isTrue();
        assertThat(job.calls(PortOperation.UPDATE_TARGET)).as(job.timeline()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void rotationFlagThatNeverShows_isWrittenThreeTimesHalfAMinuteApart(Face face) {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY_ROTATING);
        job.azure
                .faults()
                .on(PortOperation.GET_TARGET)
                .everyCall()
                .when(request -> !job.calls(PortOperation.UPDATE_TARGET).isEmpty())
                .editAnswer(body -> body.withAt(ROTATION, false));

        var error = job.blocks();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.WAIT_LIMIT_REACHED);
        var tries = job.calls(PortOperation.UPDATE_TARGET);
        assertThat(tries).as(job.timeline()).hasSize(3);
        for (int i = 1; i < tries.size(); i++) {
            assertThat(Duration.between(tries.get(i - 1).at(), tries.get(i).at()))
                    .as(job.timeline())
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(30));
        }
    }

    // ---- what is somebody else's

    @ParameterizedTest
    @EnumSource(Face.class)
    void healthyCacheThatSomebodyElseIsToAuthorize_isDoneWithoutItsGrantInSight(Face face) throws InterruptedException {
        var made = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        made.succeeds();
        made.azure.vault(Variant.VAULT).document(doc -> doc.withAt("properties.accessPolicies", List.of()));
        var job = new Job(made.azure, face.keys(made.azure), made.request)
                .with("authorizedBySomeoneElse", "the security team");
        var begun = job.azure.now();

        job.succeeds();

        assertThat(job.writes()).as(job.timeline()).isZero();
        assertThat(job.passedThrough(Phase.WAITING_FOR_KEY)).as(job.timeline()).isFalse();
        assertThat(Duration.between(begun, job.azure.now())).isLessThan(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void failedFileSystemOfSomebodyElse_isNotCreatedOver(Face face) {
        var azure = withFailedFileSystem();
        var job = Job.in(azure, face, Variant.FILE_SYSTEM_RBAC).with("storageCapacityTib", 16);

        var error = job.fails();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.RESOURCE_FAILED);
        assertThat(job.writes()).as(job.timeline()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void failedFileSystemOfThisVeryRequest_isAdoptedByAProcessThatKnowsNothing(Face face) throws InterruptedException {
        var azure = withFailedFileSystem();
        azure.happen(Change.ROLE_EFFECTIVE);
        var job = Job.in(azure, face, Variant.FILE_SYSTEM_RBAC);

        job.succeeds();

        assertThat(job.calls(PortOperation.CREATE_TARGET)).as(job.timeline()).hasSize(1);
    }

    // ---- helpers

    /** Refuses looks at the cache from when it exists. */
    private static void refuseLooks(Job job, int from, int to) {
        job.azure
                .faults()
                .on(PortOperation.GET_TARGET)
                .calls(from, to)
                .when(request -> job.azure.cache(Variant.NAME).exists())
                .answer(403, "AuthorizationFailed", "No right to read.");
    }

    /** From the create to the last call. */
    private static Duration lookedFor(Job job) {
        Instant last = job.calls(PortOperation.GET_TARGET)
                .get(job.calls(PortOperation.GET_TARGET).size() - 1)
                .at();
        return Duration.between(job.at(PortOperation.CREATE_TARGET, 1), last);
    }

    /** A file system that failed because its grant came too late, and whose creator has gone. */
    private static FakeAzure withFailedFileSystem() {
        var azure = Variant.FILE_SYSTEM_RBAC.world(1).timing(Change.ROLE_EFFECTIVE, Delay.manual());
        var creator = Face.PORTS.keys(azure).begin(Variant.FILE_SYSTEM_RBAC.request(azure));
        for (int minute = 0; minute < 60; minute++) {
            azure.advance(Duration.ofMinutes(1));
            if (azure.fileSystem(Variant.NAME).provisioningState().equals("Failed")) {
                creator.cancel();
                return azure;
            }
        }
        throw new AssertionError(azure.journal().timeline());
    }
}
