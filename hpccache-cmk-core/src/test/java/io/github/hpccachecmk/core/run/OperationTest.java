package io.github.hpccachecmk.core.run;

import static io.github.hpccachecmk.core.run.ScriptedPasses.OUTCOME;
import static io.github.hpccachecmk.core.run.ScriptedPasses.REQUEST;
import static io.github.hpccachecmk.core.run.ScriptedPasses.blocked;
import static io.github.hpccachecmk.core.run.ScriptedPasses.done;
import static io.github.hpccachecmk.core.run.ScriptedPasses.failed;
import static io.github.hpccachecmk.core.run.ScriptedPasses.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.Operation;
import io.github.hpccachecmk.OperationBlockedException;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.flow.PassOutcome;
import io.github.hpccachecmk.error.AwaitTimeoutException;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.error.OperationCanceledException;
import io.github.hpccachecmk.error.OperationFailedException;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class OperationTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration HALF_MINUTE = Duration.ofSeconds(30);

    private final QueuePacing pacing = new QueuePacing();
    private final ScriptedPasses passes = new ScriptedPasses();
    private final CmkEngine engine = new CmkEngine(
            passes::run,
            (request, now) -> {
                throw new AssertionError("no plan is asked for");
            },
            ScriptedPasses.noQueries(),
            pacing,
            new BudgetGate(Jitter.none()));

    private Operation<EncryptedResource> begin(ScriptedPasses.Answer... answers) {
        passes.then(answers);
        return engine.begin(REQUEST);
    }

    // begin

    @Test
    void begin_makesNoCallOnTheCallersThread() {
        var operation = begin(done());

        assertThat(passes.times).isEmpty();
        assertThat(operation.status().phase()).isEqualTo(Phase.STARTING);
        assertThat(operation.status().at()).isEqualTo(QueuePacing.START);
    }

    @Test
    void passes_followWhenTheLastOneSaid() throws Exception {
        var operation = begin(waits("a", HALF_MINUTE), waits("b", Duration.ofMinutes(2)), done());

        assertThat(operation.await(HOUR)).isEqualTo(OUTCOME);
        assertThat(passes.times)
                .containsExactly(
                        QueuePacing.START, QueuePacing.START.plusSeconds(30), QueuePacing.START.plusSeconds(150));
    }

    @Test
    void pass_startsFromWhatTheLastOneLeft() throws Exception {
        var hint = Hint.of(Map.of("targetSeenAt", "2025-12-31T23:00:00Z"));
        var left = io.github.hpccachecmk.core.flow.FlowState.start(hint);
        var operation = begin(
                (before, now) -> new PassOutcome<>(
                        left, waits("a", HALF_MINUTE).at(before, now).result(), Optional.empty()),
                done());

        operation.await(HOUR);

        assertThat(passes.states).containsExactly(io.github.hpccachecmk.core.flow.FlowState.start(Hint.none()), left);
    }

    @Test
    void hintOfAnEarlierProcess_isWhatTheFirstPassStartsFrom() throws Exception {
        var hint = Hint.of(Map.of("targetSeenAt", "2025-12-31T23:00:00Z"));
        passes.then(done());

        var operation = engine.begin(REQUEST, OperationOptions.defaults().resumingFrom(hint));

        assertThat(operation.hint()).isEqualTo(hint);
        operation.await(HOUR);
        assertThat(passes.states).extracting(state -> state.hint().entries()).containsExactly(hint.entries());
    }

    // await

    @Test
    void awaitThatIsOver_saysSoAndLeavesTheFlowRunning() throws Exception {
        var operation = begin(waits("making disks", Duration.ofMinutes(10)), done());

        assertThatExceptionOfType(AwaitTimeoutException.class)
                .isThrownBy(() -> operation.await(Duration.ofMinutes(5)))
                .satisfies(over -> {
                    assertThat(over.code()).isEqualTo(ErrorCode.AWAIT_TIMED_OUT);
                    assertThat(over).hasMessageContaining("PT5M").hasMessageContaining("making disks");
                });
        assertThat(pacing.now()).isEqualTo(QueuePacing.START.plus(Duration.ofMinutes(5)));
        assertThat(operation.await(Duration.ofMinutes(5))).isEqualTo(OUTCOME);
    }

    @Test
    void awaitOfAnInterruptedThread_throwsAndLeavesTheFlowRunning() throws Exception {
        var operation = begin(done());
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> operation.await(HOUR)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(operation.await(HOUR)).isEqualTo(OUTCOME);
    }

    @Test
    void awaitAfterTheEnd_givesTheSameAgain() throws Exception {
        var operation = begin(done());

        assertThat(operation.await(HOUR)).isSameAs(operation.await(Duration.ZERO));
    }

    @Test
    void failedRequest_throwsItsError() {
        var operation = begin(failed(ErrorCode.SERVICE_RETIRED));

        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> operation.await(HOUR))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.SERVICE_RETIRED));
        assertThat(operation.status().phase()).isEqualTo(Phase.FAILED);
    }

    @Test
    void blockedRequest_throwsItsFindings() {
        var operation = begin(blocked(Optional.empty()));

        assertThatExceptionOfType(OperationBlockedException.class)
                .isThrownBy(() -> operation.await(HOUR))
                .satisfies(failure -> {
                    assertThat(failure.findings()).containsExactly(ScriptedPasses.FINDING);
                    assertThat(failure.code()).isEqualTo(ErrorCode.PREFLIGHT_BLOCKED);
                });
        assertThat(operation.status().phase()).isEqualTo(Phase.ACTION_NEEDED);
    }

    @Test
    void blockedRequestWithTimeToLookAgain_goesOn() throws Exception {
        var operation = begin(blocked(Optional.of(HALF_MINUTE)), done());

        assertThat(operation.await(HOUR)).isEqualTo(OUTCOME);
        assertThat(passes.times).containsExactly(QueuePacing.START, QueuePacing.START.plus(HALF_MINUTE));
    }

    // defects

    @Test
    void passThatThrows_failsTheFlowWithTheCause() {
        var defect = new IllegalStateException("token=canary");
        var operation = begin((before, now) -> {
            throw defect;
        });

        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> operation.await(HOUR))
                .withCause(defect)
                .satisfies(failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL);
                    assertThat(failure.getMessage())
                            .contains("java.lang.IllegalStateException")
                            .doesNotContain("canary");
                });
        assertThat(operation.status().phase()).isEqualTo(Phase.FAILED);
        assertThat(operation.status().lastError().orElseThrow().code()).isEqualTo(ErrorCode.INTERNAL);
    }

    @Test
    void passInProgressWithoutTime_failsTheFlowInsteadOfHanging() {
        var operation = begin((before, now) -> new PassOutcome<>(
                before,
                new StepResult<>(
                        StepResult.State.IN_PROGRESS,
                        ScriptedPasses.status(Phase.CHECKING, "x", now),
                        Hint.none(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                Optional.empty()));

        assertThatExceptionOfType(OperationFailedException.class)
                .isThrownBy(() -> operation.await(HOUR))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL));
    }

    // completion

    @Test
    void completion_givesTheOutcome() {
        var operation = begin(done());
        var stage = operation.completion().toCompletableFuture();

        pacing.runDue();

        assertThat(stage).isCompletedWithValue(OUTCOME);
        assertThat(operation.completion().toCompletableFuture()).isCompletedWithValue(OUTCOME);
    }

    @Test
    void completionOfAFailure_givesTheExceptionThatAwaitThrows() {
        var operation = begin(failed(ErrorCode.REFUSED));
        var seen = new CompletableFuture<Throwable>();
        operation.completion().whenComplete((outcome, failure) -> seen.complete(failure));

        pacing.runDue();

        assertThat(seen.join()).isInstanceOf(OperationFailedException.class);
        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> operation.completion().toCompletableFuture().get())
                .withCauseInstanceOf(OperationFailedException.class);
    }

    @Test
    void completingOrCancellingTheFuture_hasNoEffectOnTheFlow() throws Exception {
        var operation = begin(waits("a", HALF_MINUTE), done());
        operation.completion().toCompletableFuture().cancel(true);
        operation.completion().toCompletableFuture().completeExceptionally(new IllegalStateException());
        operation.completion().toCompletableFuture().complete(null);

        assertThat(operation.await(HOUR)).isEqualTo(OUTCOME);
        assertThat(operation.completion().toCompletableFuture()).isCompletedWithValue(OUTCOME);
        assertThat(passes.times).hasSize(2);
    }

    // status, hint

    @Test
    void statusAndHint_areThoseOfTheLastPass() throws Exception {
        var operation = begin(waits("a", HALF_MINUTE), waits("a", HALF_MINUTE), done());

        pacing.advance(HALF_MINUTE);

        assertThat(operation.status().message()).isEqualTo("a");
        assertThat(operation.status().at()).isEqualTo(QueuePacing.START.plus(HALF_MINUTE));
        assertThat(operation.hint()).isEqualTo(Hint.of(Map.of("message", "a")));
        operation.await(HOUR);
        assertThat(operation.hint()).isEqualTo(Hint.of(Map.of("end", "yes")));
    }

    // onProgress

    @Test
    void listener_isToldEachChangeOnceInOrder_butNoMerePoll() throws Exception {
        var told = new ArrayList<String>();
        var operation = begin(
                        waits("a", HALF_MINUTE),
                        waits("a", HALF_MINUTE),
                        waits("b", HALF_MINUTE),
                        waits("b", HALF_MINUTE),
                        done())
                .onProgress(status -> told.add(status.message()));

        operation.await(HOUR);

        assertThat(told).containsExactly("Nothing was looked at yet.", "a", "b", "The end.");
    }

    @Test
    void listener_isToldOnTheFlowsExecutor() {
        var told = new ArrayList<Status>();
        begin(done()).onProgress(told::add);

        assertThat(told).isEmpty();
        pacing.runDue();
        assertThat(told).extracting(Status::phase).containsExactly(Phase.STARTING, Phase.DONE);
    }

    @Test
    void lateListener_getsTheNewestStatusFirst() throws Exception {
        var operation = begin(waits("a", HALF_MINUTE), waits("b", HALF_MINUTE), done());
        pacing.advance(HALF_MINUTE);
        var told = new ArrayList<String>();
        operation.onProgress(status -> told.add(status.message()));

        operation.await(HOUR);

        assertThat(told).containsExactly("b", "The end.");
    }

    @Test
    void listenerAfterTheEnd_getsTheLastStatus() throws Exception {
        var operation = begin(waits("a", HALF_MINUTE), done());
        operation.await(HOUR);
        var told = new ArrayList<Phase>();
        operation.onProgress(status -> told.add(status.phase()));

        pacing.runDue();

        assertThat(told).containsExactly(Phase.DONE);
    }

    @Test
    void listenerThatThrows_isToldNoMoreAndDisturbsNobody() throws Exception {
        var told = new ArrayList<String>();
        var thrower = new ArrayList<String>();
        var operation = begin(waits("a", HALF_MINUTE), waits("b", HALF_MINUTE), done())
                .onProgress(status -> {
                    thrower.add(status.message());
                    throw new IllegalStateException("listener");
                })
                .onProgress(status -> {
                    throw new AssertionError("listener");
                })
                .onProgress(status -> told.add(status.message()));

        assertThat(operation.await(HOUR)).isEqualTo(OUTCOME);
        assertThat(thrower).containsExactly("Nothing was looked at yet.");
        assertThat(told).containsExactly("Nothing was looked at yet.", "a", "b", "The end.");
    }

    @Test
    void lastStatus_isHeardBeforeThoseWhoWaitGoOn() {
        var order = new ArrayList<String>();
        var operation =
                begin(done()).onProgress(status -> order.add(status.phase().name()));
        operation.completion().thenRun(() -> order.add("completed"));

        pacing.runDue();

        assertThat(order).containsExactly("STARTING", "DONE", "completed");
    }

    @Test
    void listenersOfTheOptions_areToldFromTheStart() throws Exception {
        var told = new ArrayList<Phase>();
        passes.then(done());

        engine.begin(REQUEST, OperationOptions.defaults().onProgress(status -> told.add(status.phase())))
                .await(HOUR);

        assertThat(told).containsExactly(Phase.STARTING, Phase.DONE);
    }

    // cancel

    @Test
    void cancelOfTheOnlyHandle_endsItAndMakesNoFurtherPass() {
        var operation = begin(waits("a", HALF_MINUTE));
        var told = new ArrayList<Phase>();
        operation.onProgress(status -> told.add(status.phase()));
        pacing.runDue();

        assertThat(operation.cancel()).isTrue();
        pacing.advance(HOUR);

        assertThat(passes.times).hasSize(1);
        assertThatExceptionOfType(OperationCanceledException.class)
                .isThrownBy(() -> operation.await(Duration.ZERO))
                .extracting(CmkException::code)
                .isEqualTo(ErrorCode.CANCELED);
        assertThat(operation.status().phase()).isEqualTo(Phase.CANCELED);
        assertThat(told).containsExactly(Phase.STARTING, Phase.CONFIGURING, Phase.CANCELED);
        assertThat(operation.hint()).isEqualTo(Hint.of(Map.of("message", "a")));
    }

    @Test
    void cancelBeforeTheFirstPass_makesNoCallAtAll() {
        var operation = begin();

        assertThat(operation.cancel()).isTrue();
        pacing.advance(HOUR);

        assertThat(passes.times).isEmpty();
    }

    @Test
    void cancelAgainOrAfterTheEnd_saysThatThereWasNothingToCancel() throws Exception {
        var canceled = begin();
        canceled.cancel();
        assertThat(canceled.cancel()).isFalse();

        var done = begin(done());
        done.await(HOUR);
        assertThat(done.cancel()).isFalse();
        assertThat(done.await(Duration.ZERO)).isEqualTo(OUTCOME);
        assertThat(done.status().phase()).isEqualTo(Phase.DONE);
    }

    @Test
    void cancelOfOneHandle_leavesTheFlowToTheOthers() throws Exception {
        var one = begin(waits("a", HALF_MINUTE), done());
        var other = engine.begin(REQUEST);
        var told = new ArrayList<Phase>();
        one.onProgress(status -> told.add(status.phase()));
        pacing.runDue();

        assertThat(one.cancel()).isTrue();

        assertThat(other.await(HOUR)).isEqualTo(OUTCOME);
        assertThat(told).containsExactly(Phase.STARTING, Phase.CONFIGURING, Phase.CANCELED);
        assertThatThrownBy(() -> one.await(HOUR)).isInstanceOf(OperationCanceledException.class);
        assertThat(one.status().phase()).isEqualTo(Phase.CANCELED);
    }

    @Test
    void listenerMayCancel_itsOwnOperation() {
        var operation = begin(waits("a", HALF_MINUTE));
        operation.onProgress(status -> {
            if (status.phase() == Phase.CONFIGURING) {
                operation.cancel();
            }
        });

        pacing.advance(HOUR);

        assertThat(passes.times).hasSize(1);
        assertThat(operation.completion().toCompletableFuture()).isCompletedExceptionally();
    }
}
