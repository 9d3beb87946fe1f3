package io.github.hpccachecmk.core.run;

import static io.github.hpccachecmk.core.run.ScriptedPasses.OUTCOME;
import static io.github.hpccachecmk.core.run.ScriptedPasses.REQUEST;
import static io.github.hpccachecmk.core.run.ScriptedPasses.done;
import static io.github.hpccachecmk.core.run.ScriptedPasses.throttled;
import static io.github.hpccachecmk.core.run.ScriptedPasses.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.core.flow.FlowState;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.CmkRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CmkEngineTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration HALF_MINUTE = Duration.ofSeconds(30);

    private final QueuePacing pacing = new QueuePacing();
    private final ScriptedPasses passes = new ScriptedPasses();
    private final CmkEngine engine = new CmkEngine(
            passes::run, CmkEngineTest::planned, ScriptedPasses.noQueries(), pacing, new BudgetGate(() -> 0.5));

    private static Plan planned(CmkRequest<?> request, Instant now) {
        return plan(request, now, "a");
    }

    private static Plan plan(CmkRequest<?> request, Instant now, String scope) {
        return Plan.builder()
                .subject(request.subject())
                .addWrite(new PlannedWrite(WriteKind.ASSIGN_ROLE, scope, "", "summary", "reason"))
                .expectedCalls(5)
                .madeAt(now)
                .build();
    }

    @Test
    void plan_isMadeNowAndByTheCaller() {
        assertThat(engine.plan(REQUEST)).isEqualTo(planned(REQUEST, QueuePacing.START));
        assertThat(passes.times).isEmpty();
    }

    // step

    @Test
    void step_makesOnePassFromTheHint() {
        var hint = Hint.of(Map.of("targetSeenAt", "2025-12-31T23:00:00Z"));
        passes.then(waits("a", HALF_MINUTE));

        var result = engine.step(REQUEST, hint);

        assertThat(result.state()).isEqualTo(StepResult.State.IN_PROGRESS);
        assertThat(result.lookAgainAt()).contains(QueuePacing.START.plus(HALF_MINUTE));
        assertThat(passes.states).containsExactly(FlowState.start(hint));
        assertThat(pacing.waiting()).as("a step drives nothing").isEmpty();
    }

    @Test
    void step_tellsListenersOfItsPassAndOutlivesThrowingOnes() {
        var told = new ArrayList<Phase>();
        passes.then(done());

        var result = engine.step(
                REQUEST,
                Hint.none(),
                OperationOptions.defaults()
                        .onProgress(status -> {
                            throw new IllegalStateException("listener");
                        })
                        .onProgress(status -> told.add(status.phase())));

        assertThat(result.outcome()).contains(OUTCOME);
        assertThat(told).containsExactly(Phase.DONE);
    }

    // joining

    @Test
    void equalRequestBegunWhileItRuns_joins() throws Exception {
        passes.then(waits("a", HALF_MINUTE), done());
        var first = engine.begin(REQUEST);
        pacing.runDue();
        var told = new ArrayList<Phase>();

        var second = engine.begin(
                ScriptedPasses.request("RENDER-cache"),
                OperationOptions.defaults().onProgress(status -> told.add(status.phase())));

        assertThat(second.status().message()).isEqualTo("a");
        assertThat(second.await(HOUR)).isSameAs(first.await(HOUR));
        assertThat(passes.times).hasSize(2);
        assertThat(told).containsExactly(Phase.CONFIGURING, Phase.DONE);
    }

    @Test
    void otherRequest_runsBeside() throws Exception {
        passes.then(waits("a", HALF_MINUTE), done(), done());

        var one = engine.begin(REQUEST);
        var other = engine.begin(ScriptedPasses.request("other"));

        other.await(HOUR);
        one.await(HOUR);
        assertThat(passes.requests).containsExactly(REQUEST, ScriptedPasses.request("other"), REQUEST);
    }

    @Test
    void equalRequestWithAnEquallyApprovedPlan_joins() throws Exception {
        passes.then(done());
        var approved = OperationOptions.approved(plan(REQUEST, QueuePacing.START, "a"));
        var approvedAgain = OperationOptions.approved(plan(REQUEST, QueuePacing.START.plusSeconds(9), "a"));

        var one = engine.begin(REQUEST, approved);
        var other = engine.begin(REQUEST, approvedAgain);

        one.await(HOUR);
        other.await(HOUR);
        assertThat(passes.times).hasSize(1);
    }

    @Test
    void equalRequestWithAnotherPlanOrNone_doesNotJoin() throws Exception {
        passes.then(done(), done(), done());

        var one = engine.begin(REQUEST, OperationOptions.approved(plan(REQUEST, QueuePacing.START, "a")));
        var other = engine.begin(REQUEST, OperationOptions.approved(plan(REQUEST, QueuePacing.START, "b")));
        var free = engine.begin(REQUEST);

        one.await(HOUR);
        other.await(HOUR);
        free.await(HOUR);
        assertThat(passes.times).hasSize(3);
    }

    @Test
    void equalRequestAfterTheEnd_startsAnew() throws Exception {
        passes.then(done(), done());
        engine.begin(REQUEST).await(HOUR);

        engine.begin(REQUEST).await(HOUR);

        assertThat(passes.times).hasSize(2);
    }

    @Test
    void equalRequestBegunByTheCompletionOfTheFirst_startsAnew() throws Exception {
        passes.then(done(), done());
        var again = engine.begin(REQUEST)
                .completion()
                .thenCompose(outcome -> engine.begin(REQUEST).completion())
                .toCompletableFuture();

        pacing.advance(HOUR);

        assertThat(again).isCompletedWithValue(OUTCOME);
        assertThat(passes.times).hasSize(2);
    }

    @Test
    void equalRequestAfterCancel_startsAnewAndTheOldTaskDoesNothing() throws Exception {
        passes.then(waits("a", HALF_MINUTE), done());
        var first = engine.begin(REQUEST);
        pacing.runDue();
        first.cancel();

        engine.begin(REQUEST).await(HOUR);
        pacing.advance(HOUR);

        assertThat(passes.times).containsExactly(QueuePacing.START, QueuePacing.START);
    }

    // 429

    @Test
    void throttledFlow_waitsExactlyAsLongAsAsked() throws Exception {
        passes.then(throttled(Duration.ofSeconds(17)), done());

        engine.begin(REQUEST).await(HOUR);

        assertThat(passes.times).containsExactly(QueuePacing.START, QueuePacing.START.plusSeconds(17));
    }

    @Test
    void throttling_holdsEveryFlowOfTheEngineBack() throws Exception {
        passes.then(waits("a", Duration.ofSeconds(10)), throttled(Duration.ofSeconds(60)), done(), done());
        var bystander = engine.begin(REQUEST);
        var throttled = engine.begin(ScriptedPasses.request("other"));

        throttled.await(HOUR);
        bystander.await(HOUR);

        // The throttled one comes when it was asked to, the other within the seconds after it.
        assertThat(passes.times)
                .containsExactly(
                        QueuePacing.START,
                        QueuePacing.START,
                        QueuePacing.START.plusSeconds(60),
                        QueuePacing.START.plusMillis(62_500));
    }

    @Test
    void throttling_holdsNewFlowsBackToo() throws Exception {
        passes.then(throttled(Duration.ofSeconds(60)));
        engine.step(REQUEST, Hint.none());
        passes.then(done());

        engine.begin(REQUEST).await(HOUR);

        assertThat(passes.times).containsExactly(QueuePacing.START, QueuePacing.START.plusMillis(62_500));
    }

    @Test
    void flowThatWouldLookLaterAnyway_isNotHeldBackFurther() throws Exception {
        passes.then(waits("a", Duration.ofMinutes(5)), throttled(Duration.ofSeconds(60)), done(), done());
        var patient = engine.begin(REQUEST);
        var throttled = engine.begin(ScriptedPasses.request("other"));

        throttled.await(HOUR);
        patient.await(HOUR);

        assertThat(passes.times).endsWith(QueuePacing.START.plus(Duration.ofMinutes(5)));
    }

    @Test
    void cancelledFlowBehindTheGate_isForgotten() {
        passes.then(waits("a", HALF_MINUTE), throttled(HOUR));
        var operation = engine.begin(REQUEST);
        engine.begin(ScriptedPasses.request("other"));
        pacing.runDue();
        operation.cancel();

        pacing.advance(Duration.ofMinutes(1));

        assertThat(pacing.waiting()).containsExactly(QueuePacing.START.plus(HOUR));
    }
}
