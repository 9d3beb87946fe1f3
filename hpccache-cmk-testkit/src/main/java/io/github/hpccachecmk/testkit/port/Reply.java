package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.core.wire.JsonView;
import io.github.hpccachecmk.testkit.world.Doc;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An answer, as a port method reads it.
 *
 * @param status the HTTP status
 * @param headers by lower-cased name
 * @param document the body; empty when it was no JSON object
 * @param clock the caller's own time, for an answer without {@code Date}
 */
record Reply(int status, Map<String, String> headers, Doc document, Instant clock) {

    JsonView view() {
        return new JsonView(document);
    }

    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** The service's own time. */
    Instant at() {
        return header("Date").flatMap(Reply::httpDate).orElse(clock);
    }

    /** Seconds or a date, both are legal HTTP. */
    Optional<Duration> retryAfter() {
        return header("Retry-After")
                .map(String::trim)
                .flatMap(value -> value.matches("\\d{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(value)))
                        : httpDate(value)
                                .map(date -> Duration.between(at(), date))
                                .map(Reply::notNegative));
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException malformed) {
            // A date that cannot be read is a date not told.
            return Optional.empty();
        }
    }
}
