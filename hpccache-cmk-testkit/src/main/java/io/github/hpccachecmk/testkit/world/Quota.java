package io.github.hpccachecmk.testkit.world;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a principal may still ask of Azure Resource Graph: so many queries in each window. Headers and window from Microsoft's article
 * "Guidance for throttled requests in Azure Resource Graph"; code and text of the refusal are inferred, and that it names no
 * {@code Retry-After}.
 *
 * @param since when the window began
 * @param used how many queries were asked in it
 */
public record Quota(Instant since, int used) {
    static final String PATH = "/providers/Microsoft.ResourceGraph/";

    private static final int LIMIT = 15;
    private static final Duration WINDOW = Duration.ofSeconds(5);

    static Quota fresh(Instant now) {
        return new Quota(now, 0);
    }

    Quota at(Instant now) {
        return now.isBefore(since.plus(WINDOW)) ? this : fresh(now);
    }

    boolean isUsedUp() {
        return used >= LIMIT;
    }

    Quota take() {
        return new Quota(since, used + 1);
    }

    Map<String, String> headers(Instant now) {
        long seconds = (Duration.between(now, since.plus(WINDOW)).toMillis() + 999) / 1000;
        return Map.of(
                "x-ms-user-quota-remaining", Integer.toString(LIMIT - used),
                "x-ms-user-quota-resets-after", String.format(Locale.ROOT, "00:00:%02d", seconds));
    }

    WireResponse refusal(Instant now) {
        WireResponse refused = WireResponse.of(
                429,
                Doc.of(
                        "error",
                        Doc.of(
                                "code", "RateLimiting",
                                "message", "Please provide below info when asking for support.",
                                "details",
                                        List.of(Doc.of(
                                                "code", "RateLimiting",
                                                "message", "Client application has been throttled.")))));
        for (Map.Entry<String, String> header : headers(now).entrySet()) {
            refused = refused.withHeader(header.getKey(), header.getValue());
        }
        return refused;
    }
}
