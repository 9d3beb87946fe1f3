package io.github.hpccachecmk.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Awaited;
import io.github.hpccachecmk.report.FlowEvent;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatusesTest {
    private static final Instant NOW = QueuePacing.START;
    private static final Awaited AWAITED = new Awaited("x", NOW, NOW.plusSeconds(60), ErrorCode.WAIT_LIMIT_REACHED);
    private static final CmkError ERROR = CmkError.of(ErrorCode.CONFLICT, "somebody else");
    private static final Status POLL = ScriptedPasses.status(Phase.CONFIGURING, "a", NOW);

    static Stream<UnaryOperator<Status.Builder>> changes() {
        return Stream.of(
                b -> b.phase(Phase.GRANTING),
                b -> b.message("b"),
                b -> b.awaited(AWAITED),
                b -> b.addBlocker(ScriptedPasses.FINDING),
                b -> b.addEvent(FlowEvent.DEADLINE_AT_RISK),
                b -> b.lastError(ERROR));
    }

    private static Status changed(UnaryOperator<Status.Builder> change) {
        return ScriptedPasses.status(Phase.CONFIGURING, "a", NOW, change);
    }

    @ParameterizedTest
    @MethodSource("changes")
    void changeOfAnythingAPersonReads_isTold(UnaryOperator<Status.Builder> change) {
        assertThat(Statuses.tellsMore(POLL, changed(change))).isTrue();
        assertThat(Statuses.tellsMore(changed(change), POLL)).isTrue();
    }

    @Test
    void timeAlone_isNotTold() {
        var later = ScriptedPasses.status(
                Phase.CONFIGURING, "a", NOW.plusSeconds(30), b -> b.deadline(NOW.plusSeconds(5400)));

        assertThat(Statuses.tellsMore(POLL, later)).isFalse();
    }

    @Test
    void canceledStatus_keepsTheLastErrorAndWaitsForNothing() {
        var before = changed(b -> b.awaited(AWAITED)
                .lastError(ERROR)
                .addEvent(FlowEvent.ACTION_NEEDED)
                .addBlocker(ScriptedPasses.FINDING));
        var canceled = CmkError.of(ErrorCode.CANCELED, "Given up.");

        var after = Statuses.ended(before, canceled, Phase.CANCELED, NOW.plusSeconds(90));

        assertThat(after.phase()).isEqualTo(Phase.CANCELED);
        assertThat(after.message()).isEqualTo("Given up.");
        assertThat(after.lastError()).contains(ERROR);
        assertThat(after.awaited()).isEmpty();
        assertThat(after.events()).isEmpty();
        assertThat(after.blockers()).isEmpty();
        assertThat(after.elapsed()).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void failedStatus_showsTheError() {
        assertThat(Statuses.ended(POLL, ERROR, Phase.FAILED, NOW).lastError()).contains(ERROR);
    }

    @Test
    void serviceClockAheadOfOurs_givesNoNegativeTime() {
        assertThat(Statuses.ended(POLL, ERROR, Phase.FAILED, NOW.minusSeconds(9))
                        .elapsed())
                .isEqualTo(Duration.ZERO);
    }
}
