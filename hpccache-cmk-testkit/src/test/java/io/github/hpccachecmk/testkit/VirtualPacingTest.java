package io.github.hpccachecmk.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class VirtualPacingTest {
    private static final Instant START = Instant.parse("2026-01-15T08:00:00Z");

    private final VirtualPacing pacing = new VirtualPacing(START);
    private final List<String> ran = new ArrayList<>();

    private void note(String what) {
        ran.add(what + "@" + Duration.between(START, pacing.now()).toSeconds());
    }

    @Test
    void advance_runsTasksInOrderEachAtItsTime() {
        pacing.at(START.plusSeconds(20), () -> note("b"));
        pacing.at(START.plusSeconds(10), () -> {
            note("a");
            pacing.at(START.plusSeconds(15), () -> note("c"));
        });
        pacing.at(START.plusSeconds(40), () -> note("later"));

        pacing.advance(Duration.ofSeconds(30));

        assertThat(ran).containsExactly("a@10", "c@15", "b@20");
        assertThat(pacing.now()).isEqualTo(START.plusSeconds(30));
    }

    @Test
    void await_skipsToTheTaskThatCompletesTheEnd() throws InterruptedException {
        CompletableFuture<String> end = new CompletableFuture<>();
        pacing.at(START.plusSeconds(3600), () -> end.complete("done"));

        assertThat(pacing.await(end, Duration.ofHours(2))).isTrue();
        assertThat(pacing.now()).isEqualTo(START.plusSeconds(3600));
    }

    @Test
    void await_neverGoesPastItsLimit() throws InterruptedException {
        CompletableFuture<String> end = new CompletableFuture<>();
        pacing.at(START.plusSeconds(61), () -> end.complete("done"));

        assertThat(pacing.await(end, Duration.ofMinutes(1))).isFalse();
        assertThat(pacing.now()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void taskOfThePast_runsNowAndTimeDoesNotGoBack() {
        pacing.advance(Duration.ofSeconds(5));
        pacing.at(START, () -> note("late"));

        pacing.advance(Duration.ZERO);

        assertThat(ran).containsExactly("late@5");
        assertThatThrownBy(() -> pacing.advance(Duration.ofSeconds(-1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void awaitOfAnInterruptedThread_isInterrupted() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> pacing.await(new CompletableFuture<>(), Duration.ofHours(1)))
                .isInstanceOf(InterruptedException.class);
        assertThat(pacing.now()).isEqualTo(START);
    }

    @Test
    void taskThatThrows_isThrownToWhoeverWaitsAndLeavesTheRest() {
        pacing.at(START.plusSeconds(1), () -> {
            throw new IllegalStateException("broken");
        });
        pacing.at(START.plusSeconds(2), () -> note("next"));

        assertThatThrownBy(() -> pacing.advance(Duration.ofSeconds(3))).hasMessage("broken");
        pacing.advance(Duration.ofSeconds(3));

        assertThat(ran).containsExactly("next@2");
    }
}
