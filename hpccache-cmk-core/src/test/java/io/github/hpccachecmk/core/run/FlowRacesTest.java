package io.github.hpccachecmk.core.run;

import static io.github.hpccachecmk.core.run.ScriptedPasses.OUTCOME;
import static io.github.hpccachecmk.core.run.ScriptedPasses.REQUEST;
import static io.github.hpccachecmk.core.run.ScriptedPasses.done;
import static io.github.hpccachecmk.core.run.ScriptedPasses.waits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hpccachecmk.Operation;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.flow.FlowState;
import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.flow.PassOutcome;
import io.github.hpccachecmk.error.OperationCanceledException;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.request.CmkRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The driver on real threads; latches instead of sleeps. */
@Timeout(60)
class FlowRacesTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int ROUNDS = 500;
    private final AtomicInteger threads = new AtomicInteger();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
    private final ExecutorService workers = Executors.newFixedThreadPool(4, task -> {
        threads.incrementAndGet();
        return new Thread(task);
    });
    private final RealPacing pacing = RealPacing.create(InstantSource.system(), timer, workers);
    private final ScriptedPasses passes = new ScriptedPasses();
    private final CmkEngine engine = engine(passes::run);

    private CmkEngine engine(PassRunner runner) {
        return new CmkEngine(
                runner, FlowRacesTest::noPlan, ScriptedPasses.noQueries(), pacing, new BudgetGate(Jitter.none()));
    }

    private static Plan noPlan(CmkRequest<?> request, Instant now) {
        throw new AssertionError("no plan is asked for");
    }

    @AfterEach
    void shutDown() {
        workers.shutdownNow();
        timer.shutdownNow();
    }

    /** A pass that says when it has begun and goes on when it is let. */
    private static final class HeldPass implements ScriptedPasses.Answer {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch let = new CountDownLatch(1);
        private final ScriptedPasses.Answer then;

        HeldPass(ScriptedPasses.Answer then) {
            this.then = then;
        }

        @Override
        public PassOutcome<EncryptedResource> at(FlowState before, Instant now) {
            begun.countDown();
            awaitQuietly(let);
            return then.at(before, now);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void cancelDuringAPass_completesAtOnceAndThePassIsTheLast() throws Exception {
        var pass = new HeldPass(waits("a", Duration.ZERO));
        passes.then(pass);
        var operation = engine.begin(REQUEST);
        awaitQuietly(pass.begun);

        assertThat(operation.cancel()).isTrue();
        assertThatThrownBy(() -> operation.await(MINUTE)).isInstanceOf(OperationCanceledException.class);
        pass.let.countDown();
        workers.shutdown();

        assertThat(workers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(passes.times).hasSize(1);
    }

    @Test
    void beginWhileTheLastPassOfACancelledFlowRuns_carriesItOnWithoutASecondPassBesideIt() throws Exception {
        var pass = new HeldPass(waits("a", Duration.ZERO));
        passes.then(pass, done());
        var first = engine.begin(REQUEST);
        awaitQuietly(pass.begun);
        first.cancel();

        var second = engine.begin(REQUEST);
        pass.let.countDown();

        assertThat(second.await(MINUTE)).isEqualTo(OUTCOME);
        assertThat(passes.mostAtOnce).hasValue(1);
        assertThat(passes.times).hasSize(2);
    }

    @Test
    void passes_neverOverlapHoweverManyHold() throws Exception {
        // Held until all have joined: one that begins after the end would begin a flow of its own.
        var first = new HeldPass(waits("first", Duration.ZERO));
        passes.then(first);
        IntStream.range(1, 50).forEach(i -> passes.then(waits("pass " + i, Duration.ZERO)));
        passes.then(done());
        var handles = together(8, i -> engine.begin(REQUEST));
        first.let.countDown();

        for (var handle : handles) {
            assertThat(handle.await(MINUTE)).isEqualTo(OUTCOME);
        }
        assertThat(passes.mostAtOnce).hasValue(1);
        assertThat(passes.times).hasSize(51);
    }

    @Test
    void joinAgainstCompletion_alwaysGivesAHandleThatCompletes() throws Exception {
        var endless = new EndlessPasses(done());
        var racing = engine(endless::run);

        for (int round = 0; round < ROUNDS; round++) {
            var first = racing.begin(REQUEST);
            var handles = together(3, i -> racing.begin(REQUEST));

            assertThat(first.await(MINUTE)).isEqualTo(OUTCOME);
            for (var handle : handles) {
                assertThat(handle.await(MINUTE)).isEqualTo(OUTCOME);
            }
        }
        assertThat(endless.mostAtOnce).hasValue(1);
    }

    @Test
    void cancelAgainstCompletion_hasExactlyOneWinner() throws Exception {
        var endless = new EndlessPasses(done());
        var racing = engine(endless::run);

        for (int round = 0; round < ROUNDS; round++) {
            var operation = racing.begin(REQUEST);
            boolean canceled = operation.cancel();

            if (canceled) {
                assertThatThrownBy(() -> operation.await(MINUTE)).isInstanceOf(OperationCanceledException.class);
                assertThat(operation.status().phase()).isEqualTo(Phase.CANCELED);
            } else {
                assertThat(operation.await(MINUTE)).isEqualTo(OUTCOME);
                assertThat(operation.status().phase()).isEqualTo(Phase.DONE);
            }
        }
    }

    @Test
    void cancelAgainstCancelAndBegin_leavesNoHandleHanging() throws Exception {
        var endless = new EndlessPasses(waits("a", Duration.ZERO));
        var racing = engine(endless::run);

        for (int round = 0; round < ROUNDS; round++) {
            together(3, i -> {
                var operation = racing.begin(REQUEST);
                assertThat(operation.cancel()).isTrue();
                assertThatThrownBy(() -> operation.await(MINUTE)).isInstanceOf(OperationCanceledException.class);
                return operation;
            });
        }
    }

    @Test
    void listenersThatComeAtAnyTime_hearAnUnbrokenRestInOrder() throws Exception {
        int count = 200;
        IntStream.range(0, count).forEach(i -> passes.then(waits(String.valueOf(i), Duration.ZERO)));
        passes.then(done());
        var operation = engine.begin(REQUEST);
        List<List<String>> heard = new CopyOnWriteArrayList<>();

        together(4, i -> {
            for (int n = 0; n < 20; n++) {
                List<String> told = new CopyOnWriteArrayList<>();
                heard.add(told);
                operation.onProgress(status -> told.add(status.message()));
            }
            return operation;
        });
        operation.await(MINUTE);
        // Those that came after the end are told by tasks of their own.
        workers.shutdown();
        assertThat(workers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        var all = new ArrayList<String>(List.of("Nothing was looked at yet."));
        IntStream.range(0, count).forEach(i -> all.add(String.valueOf(i)));
        all.add("The end.");
        assertThat(heard).hasSize(80).allSatisfy(told -> {
            assertThat(told).isNotEmpty();
            assertThat(told).isEqualTo(all.subList(all.indexOf(told.get(0)), all.size()));
        });
    }

    @Test
    void slowListener_keepsNeitherTheFlowNorOtherHandlesWaiting() throws Exception {
        var pass = new HeldPass(done());
        passes.then(pass);
        var slow = engine.begin(REQUEST);
        var other = engine.begin(REQUEST);
        var let = new CountDownLatch(1);
        slow.onProgress(status -> awaitQuietly(let));
        pass.let.countDown();

        assertThat(other.await(MINUTE)).isEqualTo(OUTCOME);
        assertThat(slow.completion().toCompletableFuture()).isNotDone();
        let.countDown();
        assertThat(slow.await(MINUTE)).isEqualTo(OUTCOME);
    }

    @Test
    void awaitingThread_canBeInterrupted() throws Exception {
        passes.then(waits("a", HOUR));
        var operation = engine.begin(REQUEST);
        var thrown = new CompletableFuture<Exception>();
        var waiter = new Thread(() -> {
            try {
                operation.await(HOUR);
                thrown.complete(new IllegalStateException("await returned"));
            } catch (InterruptedException | RuntimeException e) {
                thrown.complete(e);
            }
        });
        waiter.start();

        waiter.interrupt();

        assertThat(thrown.get(1, TimeUnit.MINUTES)).isInstanceOf(InterruptedException.class);
        assertThat(operation.completion().toCompletableFuture()).isNotDone();
        assertThat(operation.cancel()).isTrue();
    }

    @Test
    void tenThousandWaitingFlows_holdNoThreadEach() throws Exception {
        int flows = 10_000;
        var allLooked = new CountDownLatch(flows);
        var endless = new EndlessPasses((before, now) -> {
            allLooked.countDown();
            return waits("a", HOUR).at(before, now);
        });
        var many = engine(endless::run);

        for (int i = 0; i < flows; i++) {
            many.begin(ScriptedPasses.request("cache-" + i), OperationOptions.defaults());
        }
        awaitQuietly(allLooked);
        workers.shutdown();
        assertThat(workers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

        assertThat(timer.getQueue()).hasSize(flows);
        assertThat(timer.getPoolSize()).isEqualTo(1);
        assertThat(threads.get()).isLessThanOrEqualTo(4);
    }

    @Test
    void flowThatComesDueAfterItsThreadsWereShutDown_endsAsCancelled() throws Exception {
        var pass = new HeldPass(waits("a", Duration.ZERO));
        passes.then(pass);
        var operation = engine.begin(REQUEST);
        awaitQuietly(pass.begun);
        workers.shutdown();

        pass.let.countDown();

        assertThatThrownBy(() -> operation.await(MINUTE))
                .isInstanceOf(OperationCanceledException.class)
                .hasMessageContaining("shut down");
        assertThat(operation.status().phase()).isEqualTo(Phase.CANCELED);
    }

    @Test
    void beginAfterShutdown_endsAsCancelledInsteadOfHanging() {
        workers.shutdown();

        assertThatThrownBy(() -> engine.begin(REQUEST).await(MINUTE)).isInstanceOf(OperationCanceledException.class);
        assertThat(passes.times).isEmpty();
    }

    /** Always the same answer. */
    private static final class EndlessPasses {
        private final AtomicInteger mostAtOnce = new AtomicInteger();
        private final AtomicInteger underWay = new AtomicInteger();
        private final ScriptedPasses.Answer answer;

        EndlessPasses(ScriptedPasses.Answer answer) {
            this.answer = answer;
        }

        @SuppressWarnings("unchecked")
        <R extends Outcome> PassOutcome<R> run(
                CmkRequest<R> request, FlowState state, OperationOptions options, Instant now) {
            mostAtOnce.accumulateAndGet(underWay.incrementAndGet(), Math::max);
            try {
                return (PassOutcome<R>) answer.at(state, now);
            } finally {
                underWay.decrementAndGet();
            }
        }
    }

    private interface Work {
        Operation<EncryptedResource> run(int number);
    }

    /** Does the same on several threads at once. */
    private static List<Operation<EncryptedResource>> together(int count, Work work) throws Exception {
        var barrier = new CyclicBarrier(count);
        var pool = Executors.newFixedThreadPool(count);
        try {
            List<Future<Operation<EncryptedResource>>> futures = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                futures.add(pool.submit(() -> {
                    barrier.await();
                    return work.run(number);
                }));
            }
            List<Operation<EncryptedResource>> results = new ArrayList<>();
            for (var future : futures) {
                results.add(future.get(1, TimeUnit.MINUTES));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
