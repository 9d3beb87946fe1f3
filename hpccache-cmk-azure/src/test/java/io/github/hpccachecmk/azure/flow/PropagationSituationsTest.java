package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.core.policy.PolicySettings;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.run.Pacing;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.report.FlowEvent;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.VirtualPacing;
import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What takes its time: the directory, grants, the time to authorize, clocks. */
class PropagationSituationsTest {
    // ---- the directory

    @ParameterizedTest
    @EnumSource(Face.class)
    void principalNotReplicatedForAPolicy_isGrantedOnceItIs(Face face) throws InterruptedException {
        var azure = Variant.CACHE_SYSTEM_POLICY
                .world(1)
                .timing(Change.PRINCIPAL_REPLICATES, Delay.after(Duration.ofMinutes(3)));
        var job = Job.in(azure, face, Variant.CACHE_SYSTEM_POLICY);

        job.succeeds();

        var grants = job.calls(PortOperation.ADD_ACCESS_POLICY);
        var created = job.at(PortOperation.CREATE_TARGET, 1);
        assertThat(grants).as(job.timeline()).hasSizeGreaterThan(1);
        assertThat(grants.get(grants.size() - 1).at())
                .as(job.timeline())
                .isBetween(created.plus(Duration.ofMinutes(3)), created.plus(Duration.ofMinutes(4)));
        assertThat(grants.stream().filter(call -> call.hasChanged()))
                .as(job.timeline())
                .hasSize(1);
        assertThat(job.calls(PortOperation.CREATE_TARGET)).hasSize(1);
        assertThat(job.told())
                .as(job.timeline())
                .anyMatch(status -> status.lastError()
                        .filter(error -> error.code() == ErrorCode.PRINCIPAL_NOT_REPLICATED)
                        .isPresent());
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void principalNotReplicatedForARole_isSparedByThePrincipalType(Face face) throws InterruptedException {
        var azure = Variant.CACHE_SYSTEM_RBAC
                .world(1)
                .timing(Change.PRINCIPAL_REPLICATES, Delay.after(Duration.ofMinutes(3)));
        var types = new ArrayList<String>();
        azure.faults()
                .on(PortOperation.CREATE_ROLE_ASSIGNMENT)
                .everyCall()
                .when(request -> types.add(
                        request.document().text("properties.principalType").orElse("none")))
                .delay(Duration.ZERO);
        var job = Job.in(azure, face, Variant.CACHE_SYSTEM_RBAC);

        job.succeeds();

        assertThat(types).as(job.timeline()).containsExactly("ServicePrincipal");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void principalNotFoundForARole_isSentAgainUntilTheDirectoryHasIt(Face face) throws InterruptedException {
        var azure = Variant.CACHE_SYSTEM_RBAC
                .world(1)
                .timing(Change.PRINCIPAL_REPLICATES, Delay.after(Duration.ofMinutes(3)))
                .behaviour(Behaviour.PRINCIPAL_TYPE_SPARES_DIRECTORY, false);
        var job = Job.in(azure, face, Variant.CACHE_SYSTEM_RBAC);

        job.succeeds();

        var grants = job.calls(PortOperation.CREATE_ROLE_ASSIGNMENT);
        assertThat(grants).as(job.timeline()).hasSizeGreaterThan(1);
        assertThat(grants.stream().filter(call -> call.hasChanged()))
                .as(job.timeline())
                .hasSize(1);
        assertThat(grants.get(grants.size() - 1).at())
                .isBeforeOrEqualTo(job.at(PortOperation.CREATE_TARGET, 1).plus(Duration.ofMinutes(4)));
    }

    // ---- settle windows

    @ParameterizedTest
    @EnumSource(Face.class)
    void fileSystem_isNotCreatedBeforeTheGrantIsTenMinutesOld(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.FILE_SYSTEM_POLICY);

        job.succeeds();

        assertThat(job.at(PortOperation.CREATE_TARGET, 1))
                .as(job.timeline())
                .isEqualTo(job.at(PortOperation.ADD_ACCESS_POLICY, 1).plus(Duration.ofMinutes(10)));
        assertThat(job.passedThrough(Phase.SETTLING)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void settleWindowOfTheRequest_isKeptInsteadOfTenMinutes(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.FILE_SYSTEM_RBAC).with("settleWindow", "PT17M");

        job.succeeds();

        // The assignment's own time, which is what counts, is some tenths of a second before its answer's.
        var granted = job.at(PortOperation.CREATE_ROLE_ASSIGNMENT, 1);
        assertThat(job.at(PortOperation.CREATE_TARGET, 1))
                .as(job.timeline())
                .isBetween(granted.plus(Duration.ofMinutes(17)).minusSeconds(1), granted.plus(Duration.ofMinutes(17)));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void cache_isCreatedWithoutSettling(Face face) throws InterruptedException {
        var job = Job.of(face, Variant.CACHE_USER_RBAC);

        job.succeeds();

        assertThat(job.at(PortOperation.CREATE_TARGET, 1))
                .as(job.timeline())
                .isEqualTo(job.at(PortOperation.CREATE_ROLE_ASSIGNMENT, 1));
        assertThat(job.passedThrough(Phase.SETTLING)).isFalse();
    }

    // ---- a file system fails for a grant that is too young

    @ParameterizedTest
    @EnumSource(Face.class)
    void fileSystemThatFailedForAYoungGrant_isHealedByTheIdenticalPutOnceItHasSettled(Face face)
            throws InterruptedException {
        var azure =
                Variant.FILE_SYSTEM_RBAC.world(1).timing(Change.ROLE_EFFECTIVE, Delay.after(Duration.ofMinutes(20)));
        var job = Job.in(azure, face, Variant.FILE_SYSTEM_RBAC);
        var bodies = new ArrayList<String>();
        azure.faults()
                .on(PortOperation.CREATE_TARGET)
                .everyCall()
                .when(request -> bodies.add(request.document().toString()))
                .delay(Duration.ZERO);

        var outcome = job.succeeds();

        assertThat(outcome.provisioningState()).isEqualTo(ProvisioningState.SUCCEEDED);
        assertThat(bodies).as(job.timeline()).hasSizeBetween(2, 4);
        assertThat(List.copyOf(new HashSet<>(bodies))).as("identical").hasSize(1);
        assertThat(job.calls(PortOperation.CREATE_ROLE_ASSIGNMENT)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void fileSystemThatNeverSeesItsGrant_isSentAgainAFewTimesOnly(Face face) {
        var azure = Variant.FILE_SYSTEM_RBAC.world(1).timing(Change.ROLE_EFFECTIVE, Delay.manual());
        var job = Job.in(azure, face, Variant.FILE_SYSTEM_RBAC);

        var error = job.fails();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.RESOURCE_FAILED);
        assertThat(error.message()).contains("KeyVaultAccessForbidden");
        assertThat(job.calls(PortOperation.CREATE_TARGET)).as(job.timeline()).hasSizeBetween(2, 4);
    }

    // ---- the time to authorize

    @ParameterizedTest
    @EnumSource(Face.class)
    void cacheFailedAfterTheDeadline_hasToBeRecreated(Face face) {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY).with("authorizedBySomeoneElse", "the security team");

        var error = job.fails();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.AUTHORIZATION_DEADLINE_MISSED);
        assertThat(error.message()).contains("has to be re-created");
        assertThat(error.remedy()).containsIgnoringCase("create it again");
        assertThat(job.calls(PortOperation.CREATE_TARGET)).hasSize(1);
        assertThat(job.writes()).as(job.timeline()).isEqualTo(1);
        assertThat(job.azure.cache(Variant.NAME).exists()).as("never deleted").isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void cacheThatStillWaitsLongAfterTheDeadline_isGranted(Face face) throws InterruptedException {
        var azure = Variant.AUTHORIZE_POLICY.world(1);
        azure.thirdParty(
                world -> world.cancel(pending -> pending.transition().change() == Change.AUTHORIZATION_DEADLINE));
        azure.advance(Duration.ofHours(9));
        assertThat(azure.cache(Variant.NAME).health()).isEqualTo("WaitingForKey");
        var job = Job.in(azure, face, Variant.AUTHORIZE_POLICY);

        job.succeeds();

        assertThat(job.calls(PortOperation.ADD_ACCESS_POLICY))
                .as(job.timeline())
                .hasSize(1);
        assertThat(azure.cache(Variant.NAME).isHealthy()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void deadlineThatComesNear_isToldOnceEach(Face face) {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY).with("authorizedBySomeoneElse", "the security team");
        job.azure.timing(Change.AUTHORIZATION_DEADLINE, Delay.after(Duration.ofMinutes(95)));

        job.fails();

        var created = job.at(PortOperation.CREATE_TARGET, 1);
        for (var event : List.of(
                FlowEvent.DEADLINE_IN_30_MINUTES,
                FlowEvent.DEADLINE_IN_15_MINUTES,
                FlowEvent.DEADLINE_IN_5_MINUTES,
                FlowEvent.DEADLINE_PASSED)) {
            assertThat(Collections.frequency(job.events(), event))
                    .as(event + "\n" + job.timeline())
                    .isEqualTo(1);
        }
        assertThat(toldAfter(job, FlowEvent.DEADLINE_IN_30_MINUTES, created)).isBetween(minutes(60), minutes(61));
        assertThat(toldAfter(job, FlowEvent.DEADLINE_IN_15_MINUTES, created)).isBetween(minutes(75), minutes(76));
        assertThat(toldAfter(job, FlowEvent.DEADLINE_IN_5_MINUTES, created)).isBetween(minutes(85), minutes(86));
        assertThat(toldAfter(job, FlowEvent.DEADLINE_PASSED, created)).isBetween(minutes(90), minutes(91));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void waitThatWouldCrossTheDeadline_isToldAsARiskOnce(Face face) {
        var job = Job.of(face, Variant.CACHE_SYSTEM_POLICY);
        job.azure.faults().on(PortOperation.ADD_ACCESS_POLICY).everyCall().throttle((int)
                Duration.ofMinutes(50).toSeconds());

        var error = job.fails();

        assertThat(error.code()).as(job.timeline()).isEqualTo(ErrorCode.AUTHORIZATION_DEADLINE_MISSED);
        assertThat(Collections.frequency(job.events(), FlowEvent.DEADLINE_AT_RISK))
                .as(job.timeline())
                .isEqualTo(1);
    }

    // ---- clocks

    @ParameterizedTest
    @EnumSource(Face.class)
    void serviceClockAheadOfOurs_isTheOneThatDecides(Face face) throws InterruptedException {
        settlesByTheServicesClock(face, Duration.ofMinutes(7));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void serviceClockBehindOurs_isTheOneThatDecides(Face face) throws InterruptedException {
        settlesByTheServicesClock(face, Duration.ofMinutes(-7));
    }

    private static void settlesByTheServicesClock(Face face, Duration behind) throws InterruptedException {
        var azure = Variant.FILE_SYSTEM_POLICY.world(1);
        var slow = new SlowClock(azure.pacing(), behind);
        var keys = face.keys(azure, RuleCatalogue.standard(new PolicySettings(false)), FakeAzure.OWNER, slow);
        var job = new Job(azure, keys, Variant.FILE_SYSTEM_POLICY.request(azure));

        job.succeeds();

        assertThat(job.at(PortOperation.CREATE_TARGET, 1))
                .as(job.timeline())
                .isBetween(
                        job.at(PortOperation.ADD_ACCESS_POLICY, 1).plus(Duration.ofMinutes(10)),
                        job.at(PortOperation.ADD_ACCESS_POLICY, 1)
                                .plus(Duration.ofMinutes(10).plusSeconds(5)));
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void serviceClockAheadOfOurs_makesTheDeadlineNearer(Face face) throws InterruptedException {
        var azure = Variant.AUTHORIZE_POLICY.world(1);
        azure.advance(Duration.ofMinutes(60));
        var slow = new SlowClock(azure.pacing(), Duration.ofMinutes(40));
        var keys = face.keys(azure, RuleCatalogue.standard(new PolicySettings(false)), FakeAzure.OWNER, slow);
        var job = new Job(azure, keys, Variant.AUTHORIZE_POLICY.request(azure));

        job.succeeds();

        // 65 minutes old by the service's clock, 25 by ours.
        assertThat(job.events()).as(job.timeline()).contains(FlowEvent.DEADLINE_IN_30_MINUTES);
    }

    private static Duration toldAfter(Job job, FlowEvent event, Instant start) {
        return Duration.between(
                start,
                job.told().stream()
                        .filter(status -> status.events().contains(event))
                        .findFirst()
                        .orElseThrow()
                        .at());
    }

    private static Duration minutes(int count) {
        return Duration.ofMinutes(count);
    }

    /** A process whose clock is behind that of the world. */
    private record SlowClock(VirtualPacing world, Duration behind) implements Pacing {
        @Override
        public Instant now() {
            return world.now().minus(behind);
        }

        @Override
        public void at(Instant when, Runnable task) {
            world.at(when.plus(behind), task);
        }

        @Override
        public boolean await(CompletableFuture<?> end, Duration limit) throws InterruptedException {
            return world.await(end, limit);
        }
    }
}
