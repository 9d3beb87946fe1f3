package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the times of an answer's headers: {@code Date}, and {@code Retry-After} in its three spellings. */
final class Times {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final HttpHeaderName RETRY_AFTER_MS = HttpHeaderName.fromString("retry-after-ms");
    private static final HttpHeaderName X_MS_RETRY_AFTER_MS = HttpHeaderName.fromString("x-ms-retry-after-ms");

    private Times() {}

    /** The service's own time of the answer. */
    static Optional<Instant> date(HttpHeaders headers) {
        return Optional.ofNullable(headers.getValue(HttpHeaderName.DATE)).flatMap(Times::httpDate);
    }

    /** How long the service asked to wait, counted from {@code now} where it named a time; never negative. */
    static Optional<Duration> retryAfter(HttpHeaders headers, Instant now) {
        var millis = Stream.of(X_MS_RETRY_AFTER_MS, RETRY_AFTER_MS)
                .map(name -> Optional.ofNullable(headers.getValue(name)))
                .flatMap(Optional::stream)
                .map(String::strip)
                .filter(text -> WHOLE.matcher(text).matches())
                .findFirst()
                .map(text -> Duration.ofMillis(Long.parseLong(text)));
        return millis.or(() -> Optional.ofNullable(headers.getValue(HttpHeaderName.RETRY_AFTER))
                .map(String::strip)
                .flatMap(text -> WHOLE.matcher(text).matches()
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : httpDate(text).map(at -> at.isBefore(now) ? Duration.ZERO : Duration.between(now, at))));
    }

    private static Optional<Instant> httpDate(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException malformed) {
            // A header that cannot be read is a header not sent: there is a clock to fall back on.
            return Optional.empty();
        }
    }
}
