package io.github.hpccachecmk.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.report.FlowEvent;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** One line for each change. */
class ProgressLinesTest {
    private static final Instant START = Instant.parse("2026-01-15T08:00:00Z");

    private final ArrayList<String> lines = new ArrayList<>();
    private final ProgressLines progress = new ProgressLines(lines::add);

    private static Status.Builder status(Phase phase, String message, int second) {
        var builder = Status.builder();
        builder.subject(CacheId.of("00000000-0000-0000-0000-000000000001", "rg", "cache")
                        .resourceId())
                .phase(phase)
                .message(message)
                .at(START.plusSeconds(second))
                .elapsed(Duration.ofSeconds(second));
        return builder;
    }

    @Test
    void statusThatSaysNothingNew_hasNoLine() {
        progress.accept(status(Phase.CONFIGURING, "Waits.", 1).build());
        progress.accept(status(Phase.CONFIGURING, "Waits.", 31).build());
        progress.accept(status(Phase.DONE, "Healthy.", 61).build());

        assertThat(lines).hasSize(2);
    }

    @Test
    void line_showsTimeElapsedTimeLeftPhaseAndMessage() {
        var waiting = status(Phase.GRANTING, "Grants.", 35);
        waiting.deadline(START.plus(Duration.ofMinutes(90)));
        progress.accept(waiting.build());

        assertThat(lines.get(0)).matches("08:00:35Z  \\+00:00:35   01:29:25  GRANTING +Grants\\.");
    }

    @Test
    void deadlinePassed_showsANegativeTime() {
        var late = status(Phase.GRANTING, "Grants.", 35);
        late.deadline(START);
        progress.accept(late.build());

        assertThat(lines.get(0)).contains(" -00:00:35  GRANTING");
    }

    @Test
    void event_isShownEvenWhenPhaseAndMessageStay() {
        progress.accept(status(Phase.GRANTING, "Grants.", 1).build());
        var alarmed = status(Phase.GRANTING, "Grants.", 2);
        alarmed.addEvent(FlowEvent.DEADLINE_IN_5_MINUTES);
        progress.accept(alarmed.build());

        assertThat(lines.get(1)).endsWith("!DEADLINE_IN_5_MINUTES");
    }

    @Test
    void textOfOthers_cannotForgeALine() {
        progress.accept(status(Phase.GRANTING, "a\n00:00:00Z DONE", 1).build());

        assertThat(lines.get(0)).doesNotContain("\n");
    }
}
