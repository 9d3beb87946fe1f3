package io.github.hpccachecmk.examples;

import java.time.Duration;

/** Durations as people read them. */
final class Clocks {
    private Clocks() {}

    /** {@code 01:29:25}. */
    static String of(Duration duration) {
        return "%s%02d:%02d:%02d"
                .formatted(
                        duration.isNegative() ? "-" : "",
                        duration.abs().toHours(),
                        duration.abs().toMinutesPart(),
                        duration.abs().toSecondsPart());
    }
}
