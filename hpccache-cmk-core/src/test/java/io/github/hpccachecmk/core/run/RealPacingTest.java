package io.github.hpccachecmk.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class RealPacingTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final Runnable task = mock();
    private final ScheduledExecutorService timer = mock();
    private final List<Runnable> handedOver = new ArrayList<>();
    private final ArgumentCaptor<Runnable> steps = ArgumentCaptor.captor();
    private Instant now = START;

    private RealPacing pacing(Executor workers) {
        return RealPacing.create(() -> now, timer, workers);
    }

    private RealPacing pacing() {
        return pacing(handedOver::add);
    }

    private void verifyScheduled(Duration delay) {
        verify(timer).schedule(steps.capture(), eq(delay.toNanos()), eq(TimeUnit.NANOSECONDS));
    }

    @Test
    void now_isTheClocks() {
        assertThat(pacing().now()).isEqualTo(START);
    }

    @Test
    void taskThatIsDue_goesToTheWorkersWithoutTheTimer() {
        pacing().at(START, task);
        pacing().at(START.minusSeconds(5), task);

        assertThat(handedOver).containsExactly(task, task);
        verify(timer, never()).schedule(any(Runnable.class), eq(0L), any());
    }

    @Test
    void laterTask_waitsInTheTimerAndRunsOnTheWorkers() {
        pacing().at(START.plusSeconds(30), task);

        verifyScheduled(Duration.ofSeconds(30));
        assertThat(handedOver).isEmpty();
        now = START.plusSeconds(30);
        steps.getValue().run();
        assertThat(handedOver).containsExactly(task);
    }

    @Test
    void clockThatWasSetBack_isWaitedForAgain() {
        pacing().at(START.plusSeconds(30), task);
        verifyScheduled(Duration.ofSeconds(30));

        now = START.plusSeconds(10);
        steps.getValue().run();

        assertThat(handedOver).isEmpty();
        verifyScheduled(Duration.ofSeconds(20));
    }

    @Test
    void fullWorkers_areOfferedTheTaskAgainALittleLater() {
        ExecutorService workers = mock();
        doThrow(new RejectedExecutionException("full"))
                .doNothing()
                .when(workers)
                .execute(task);

        pacing(workers).at(START, task);

        verifyScheduled(Duration.ofMillis(100));
        steps.getValue().run();
        verify(workers, times(2)).execute(task);
    }

    @Test
    void workersThatWereShutDown_refuseOrdinaryTasks() {
        ExecutorService workers = mock();
        when(workers.isShutdown()).thenReturn(true);
        doThrow(new RejectedExecutionException("shut down")).when(workers).execute(any());

        assertThatThrownBy(() -> pacing(workers).at(START, task)).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void timerThatWasShutDown_abandonsTasksThatMustKnow() {
        Abandonable task = mock();
        when(timer.schedule(any(Runnable.class), eq(Duration.ofSeconds(1).toNanos()), eq(TimeUnit.NANOSECONDS)))
                .thenThrow(new RejectedExecutionException("shut down"));

        pacing().at(START.plusSeconds(1), task);

        verify(task).abandon();
        verify(task, never()).run();
    }

    @Test
    void farFuture_isNoOverflow() {
        pacing().at(Instant.MAX, task);

        verify(timer).schedule(any(Runnable.class), eq(Long.MAX_VALUE), eq(TimeUnit.NANOSECONDS));
    }

    @Test
    void await_isTrueHoweverItEnded() throws Exception {
        var canceled = new CompletableFuture<String>();
        canceled.cancel(false);

        assertThat(pacing().await(CompletableFuture.completedFuture("x"), Duration.ZERO))
                .isTrue();
        assertThat(pacing().await(CompletableFuture.failedFuture(new IllegalStateException()), Duration.ZERO))
                .isTrue();
        assertThat(pacing().await(canceled, Duration.ofSeconds(Long.MAX_VALUE))).isTrue();
    }

    @Test
    void await_isFalseWhenTheLimitIsOver() throws Exception {
        assertThat(pacing().await(new CompletableFuture<>(), Duration.ofMillis(1)))
                .isFalse();
        assertThat(pacing().await(new CompletableFuture<>(), Duration.ofSeconds(-1)))
                .isFalse();
    }

    @Test
    void await_isInterruptible() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> pacing().await(new CompletableFuture<>(), Duration.ofHours(1)))
                .isInstanceOf(InterruptedException.class);
    }
}
