package io.github.hpccachecmk.azure.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.error.AwaitTimeoutException;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.error.OperationCanceledException;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.Status;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.journal.Journal;
import io.github.hpccachecmk.testkit.journal.JournalEntry;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What those who hold a flow see of it, and what a durable engine that drives it pass by pass costs. */
class OperationOverFakeAzureTest {
    private static final Duration LONG = Duration.ofHours(12);
    private static final Duration SHORT = Duration.ofMinutes(5);
    private static final Variant JOB = Variant.CACHE_SYSTEM_POLICY;

    @ParameterizedTest
    @EnumSource(Face.class)
    void awaitThatIsOver_leavesTheFlowRunning(Face face) throws InterruptedException {
        var azure = JOB.world(1);
        long before = azure.journal().last();
        var operation = face.keys(azure).begin(JOB.request(azure));

        var over = catchThrowableOfType(AwaitTimeoutException.class, () -> operation.await(SHORT));

        assertThat(over.code()).isEqualTo(ErrorCode.AWAIT_TIMED_OUT);
        assertThat(over).hasMessageContaining("PT5M").hasMessageContaining("goes on");
        assertThat(azure.cache(Variant.NAME).isHealthy()).isFalse();
        assertThat(operation.await(LONG).writes()).hasSize(2);
        assertThat(azure.cache(Variant.NAME).isHealthy()).isTrue();
        assertThat(azure.journal().after(before).writes()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void interruptedAwait_leavesTheFlowRunning(Face face) throws InterruptedException {
        var azure = JOB.world(1);
        var operation = face.keys(azure).begin(JOB.request(azure));

        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> operation.await(LONG));

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        operation.await(LONG);
        assertThat(azure.cache(Variant.NAME).isHealthy()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void listenerThatComesLate_getsTheLastStatus(Face face) throws InterruptedException {
        var azure = JOB.world(1);
        var operation = face.keys(azure).begin(JOB.request(azure));
        operation.await(LONG);
        var told = new ArrayList<Status>();

        operation.onProgress(told::add);
        azure.advance(Duration.ofSeconds(1));

        assertThat(told).containsExactly(operation.status());
        assertThat(told.get(0).phase()).isEqualTo(Phase.DONE);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void sameRequestBegunTwice_makesItsCallsOnce(Face face) throws InterruptedException {
        var alone = JOB.world(1);
        long start = alone.journal().last();
        face.keys(alone).begin(JOB.request(alone)).await(LONG);
        var azure = JOB.world(1);
        long before = azure.journal().last();
        var keys = face.keys(azure);

        var first = keys.begin(JOB.request(azure));
        var second = keys.begin(JOB.request(azure));

        assertThat(second.await(LONG)).isEqualTo(first.await(LONG));
        assertThat(azure.journal().after(before).countByOperation())
                .isEqualTo(alone.journal().after(start).countByOperation());
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void cancel_callsNoMoreAndUndoesNothing(Face face) throws InterruptedException {
        var azure = JOB.world(1);
        var keys = face.keys(azure);
        long before = azure.journal().last();
        var operation = keys.begin(JOB.request(azure));
        var impatience = catchThrowableOfType(AwaitTimeoutException.class, () -> operation.await(SHORT));
        assertThat(impatience).isNotNull();
        long canceledAt = azure.journal().last();
        var access = EndState.of(azure, JOB).access();

        assertThat(operation.cancel()).isTrue();
        azure.advance(Duration.ofDays(1));

        assertThat(operation.cancel()).isFalse();
        assertThatExceptionOfType(OperationCanceledException.class).isThrownBy(() -> operation.await(LONG));
        assertThat(operation.status().phase()).isEqualTo(Phase.CANCELED);
        assertThat(azure.journal().last()).isEqualTo(canceledAt);
        assertThat(EndState.of(azure, JOB).access()).isEqualTo(access).hasSize(2);

        keys.begin(JOB.request(azure)).await(LONG);
        assertThat(azure.journal().after(canceledAt).writes()).isEmpty();
        assertThat(azure.journal().after(before).calls(PortOperation.CREATE_TARGET))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void progressLines_tellElapsedAndRemainingTime(Face face) throws InterruptedException {
        var azure = JOB.world(1);
        var told = new ArrayList<Status>();

        face.keys(azure).begin(JOB.request(azure)).onProgress(told::add).await(LONG);

        assertThat(told).extracting(Status::phase).startsWith(Phase.STARTING).endsWith(Phase.DONE);
        assertThat(told).isSortedAccordingTo((one, other) -> one.elapsed().compareTo(other.elapsed()));
        assertThat(told)
                .extracting(Status::toString)
                .allSatisfy(line -> assertThat(line).containsPattern(" \\+\\d\\d:\\d\\d:\\d\\d "));
        var waiting = told.stream()
                .filter(status -> status.phase() == Phase.WAITING_FOR_KEY || status.phase() == Phase.CONFIGURING)
                .findFirst()
                .orElseThrow();
        assertThat(waiting.deadline()).isPresent();
        assertThat(waiting.remaining().orElseThrow()).isBetween(Duration.ofMinutes(80), Duration.ofMinutes(90));
        assertThat(waiting.toString()).containsPattern("\\[time left to authorize 01:[23]\\d:\\d\\d]");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void completion_endsAsAwaitDoes(Face face) throws Exception {
        var azure = JOB.world(1);
        var operation = face.keys(azure).begin(JOB.request(azure));
        var completion = operation.completion().toCompletableFuture();
        operation.completion().toCompletableFuture().cancel(true);

        var outcome = operation.await(LONG);

        assertThat(completion.get()).isEqualTo(outcome);

        azure.vault(Variant.VAULT).withRsaKey("other-key", 2048).keyEnabled(Variant.KEY, false);
        azure.cache(Variant.NAME).vanish();
        var blocked = face.keys(azure).begin(JOB.request(azure)).completion().toCompletableFuture();
        azure.advance(Duration.ofMinutes(1));
        assertThat(catchThrowableOfType(ExecutionException.class, blocked::get))
                .hasCauseInstanceOf(OperationBlockedException.class);
    }

    /** A fresh process each pass, the hint stored in between: no other write than those of the plan, and few more reads. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("io.github.hpccachecmk.azure.flow.CallBudgetTest#all")
    void durableEngineWithHint_writesNothingTwice(Variant variant, Face face) {
        var azure = world(variant);
        var planned = face.keys(azure).plan(variant.request(azure)).writes().size();
        var engine = drive(azure, variant, face, true);

        assertThat(engine.made.writes()).as(engine.made.timeline()).hasSize(planned);
        assertThat(engine.reads()).as(engine.made.timeline()).isLessThanOrEqualTo(engine.most);
    }

    /** Without the hint the end is the same, and nothing is changed twice. */
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("io.github.hpccachecmk.azure.flow.CallBudgetTest#all")
    void durableEngineWithoutHint_changesNothingTwice(Variant variant, Face face) {
        var azure = world(variant);
        var planned = face.keys(azure).plan(variant.request(azure)).writes().size();
        var engine = drive(azure, variant, face, false);

        assertThat(engine.made.changes()).as(engine.made.timeline()).hasSize(planned);
        boolean resends = variant.isAuthorize() && variant.isRbac();
        if (!resends) {
            assertThat(engine.made.writes()).as(engine.made.timeline()).hasSize(planned);
        } else {
            // Nothing tells a pass without memory that a waiting cache was granted, short of one more call a look: the
            // assignment itself is that call, and answers that it was there.
            assertThat(engine.made.calls(PortOperation.CREATE_ROLE_ASSIGNMENT))
                    .as(engine.made.timeline())
                    .hasSizeLessThanOrEqualTo(engine.passes())
                    .extracting(JournalEntry::path)
                    .containsOnly(engine.made
                            .calls(PortOperation.CREATE_ROLE_ASSIGNMENT)
                            .get(0)
                            .path());
        }
        assertThat(engine.reads()).as(engine.made.timeline()).isLessThanOrEqualTo(engine.most);
    }

    /** The hint does not hold a failed write: the pass itself has to say that the next one must wait. */
    @ParameterizedTest
    @EnumSource(Face.class)
    void durableEngineAfterRefusedWrites_isToldToWait(Face face) {
        var azure = world(JOB);
        azure.faults().on(PortOperation.CREATE_TARGET).call(1).throttle(17);
        azure.faults().on(PortOperation.CREATE_TARGET).call(2).loseRequest();
        var engine = new Stepper(azure, () -> face.keys(azure), JOB.request(azure), true);
        long before = azure.journal().last();

        while (azure.journal().after(before).calls(PortOperation.CREATE_TARGET).isEmpty()) {
            engine.pass();
        }
        assertThat(engine.last().state()).isEqualTo(StepResult.State.IN_PROGRESS);
        assertThat(Duration.between(azure.now(), engine.due())).isEqualTo(Duration.ofSeconds(17));
        assertThat(engine.last().status().awaited()).isPresent();

        assertThat(engine.toTheEnd().state()).isEqualTo(StepResult.State.DONE);
        assertThat(azure.journal().after(before).calls(PortOperation.CREATE_TARGET))
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void durableEngineAfterFinalRefusal_failsInThatPass(Face face) {
        var azure = world(JOB).hpcCacheRetired(true);
        var engine = new Stepper(azure, () -> face.keys(azure), JOB.request(azure), true);
        long before = azure.journal().last();

        var end = engine.toTheEnd();

        assertThat(end.state()).isEqualTo(StepResult.State.FAILED);
        assertThat(end.error().orElseThrow().code()).isEqualTo(ErrorCode.SERVICE_RETIRED);
        assertThat(azure.journal().after(before).calls(PortOperation.CREATE_TARGET))
                .hasSize(1);
    }

    private record Driven(Journal made, int passes, int most) {
        int reads() {
            return made.entries().size() - made.writes().size();
        }
    }

    private static Driven drive(FakeAzure azure, Variant variant, Face face, boolean keepsHint) {
        var alone = world(variant);
        new Stepper(alone, () -> face.keys(alone), variant.request(alone), true).toTheEnd();
        long before = azure.journal().last();
        var engine = new Stepper(azure, () -> face.keys(azure), variant.request(azure), keepsHint);

        var end = engine.toTheEnd();

        var made = azure.journal().after(before);
        assertThat(end.state()).as(made.timeline()).isEqualTo(StepResult.State.DONE);
        assertThat(EndState.of(azure, variant)).isEqualTo(EndState.of(alone, variant));
        // Each pass reads the ground anew, each before the create the preflight too.
        int ground = variant.callsAgain().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
        int preflight = 12;
        int passesBeforeCreate = 4;
        return new Driven(made, engine.passes(), engine.passes() * (ground + 1) + passesBeforeCreate * preflight);
    }

    private static FakeAzure world(Variant variant) {
        return variant.world(1).timing(CrashMatrixTest.brisk().with(Change.PRINCIPAL_REPLICATES, Delay.immediate()));
    }
}
