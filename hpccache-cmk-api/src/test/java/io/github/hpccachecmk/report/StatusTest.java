package io.github.hpccachecmk.report;

import static io.github.hpccachecmk.report.SampleReports.barelyStatus;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatusTest {
    private static final Instant ONE_O_CLOCK = Instant.parse("2026-03-01T13:00:00Z");

    @Test
    void statusWithoutDeadline_isOneLineWithTimeElapsedAndPhase() {
        var status = barelyStatus().at(ONE_O_CLOCK).build();
        assertThat(status).hasToString("2026-03-01T13:00:00Z +01:02:05 WAITING_FOR_KEY: access was granted");
        assertThat(status.remaining()).isEmpty();
    }

    @Test
    void statusBeforeTheDeadline_saysHowMuchIsLeft() {
        var status = barelyStatus()
                .at(ONE_O_CLOCK)
                .deadline(ONE_O_CLOCK.plus(Duration.ofSeconds(754)))
                .build();
        assertThat(status.remaining()).contains(Duration.ofSeconds(754));
        assertThat(status.toString()).endsWith(": access was granted [time left to authorize 00:12:34]");
    }

    @Test
    void statusAtTheDeadline_hasNothingLeftAndIsNotOverdue() {
        var status = barelyStatus().at(ONE_O_CLOCK).deadline(ONE_O_CLOCK).build();
        assertThat(status.remaining()).contains(Duration.ZERO);
        assertThat(status.toString()).endsWith("[time left to authorize 00:00:00]");
    }

    @Test
    void statusAfterTheDeadline_saysHowLongItIsOverdue() {
        var status = barelyStatus()
                .at(ONE_O_CLOCK)
                .deadline(ONE_O_CLOCK.minusSeconds(61))
                .build();
        assertThat(status.remaining()).contains(Duration.ofSeconds(-61));
        assertThat(status.toString()).endsWith("[authorization overdue by 00:01:01]");
    }

    @Test
    void elapsedOfMoreThanADay_isCountedInHours() {
        assertThat(barelyStatus().elapsed(Duration.ofHours(101)).build().toString())
                .contains(" +101:00:00 ");
    }

    @Test
    void events_endTheLine() {
        var status = barelyStatus()
                .at(ONE_O_CLOCK)
                .deadline(ONE_O_CLOCK.plusSeconds(300))
                .addEvent(FlowEvent.DEADLINE_IN_5_MINUTES)
                .addEvent(FlowEvent.DEADLINE_AT_RISK)
                .build();
        assertThat(status.toString())
                .endsWith("[time left to authorize 00:05:00] !DEADLINE_IN_5_MINUTES !DEADLINE_AT_RISK");
    }
}
