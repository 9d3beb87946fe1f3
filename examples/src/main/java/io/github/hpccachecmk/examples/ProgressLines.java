package io.github.hpccachecmk.examples;

import io.github.hpccachecmk.core.render.PlainText;
import io.github.hpccachecmk.report.FlowEvent;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.Status;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Turns statuses into lines, one for each change: a poll that found nothing new is not worth a line. Not thread-safe. */
final class ProgressLines implements Consumer<Status> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Consumer<String> lines;
    private Optional<Change> last = Optional.empty();

    ProgressLines(Consumer<String> lines) {
        this.lines = lines;
    }

    private record Change(Phase phase, String message, List<FlowEvent> events) {}

    @Override
    public void accept(Status status) {
        var change = Optional.of(new Change(status.phase(), status.message(), status.events()));
        if (!change.equals(last)) {
            last = change;
            lines.accept(line(status));
        }
    }

    private static String line(Status status) {
        var left = status.remaining().map(Clocks::of).orElse("--:--:--");
        var text = new StringBuilder("%sZ  +%s  %9s  %-20s %s"
                .formatted(
                        TIME.format(status.at()), Clocks.of(status.elapsed()), left, status.phase(), status.message()));
        status.events().forEach(event -> text.append("  !").append(event));
        status.blockers().forEach(finding -> text.append("  -> ").append(finding));
        return PlainText.of(text.toString());
    }
}
