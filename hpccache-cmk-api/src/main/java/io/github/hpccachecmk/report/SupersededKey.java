package io.github.hpccachecmk.report;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.model.KeyUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A version of a key that a resource has left.
 *
 * @param key the version left
 * @param newerSince when the resource was first seen on a newer one: by the flow's hint, else the time of the last read
 * @param safeToDisableAfter {@code newerSince} and 24 hours: other services look for a new version only once a day, so one that shares
 *     the key can use the old one as long. Whether others still use it afterwards this does not tell
 */
public record SupersededKey(KeyUrl key, Instant newerSince, Instant safeToDisableAfter) {
    private static final Duration NOTICED_BY_OTHERS = Duration.ofHours(24);

    /**
     * A version that was left.
     *
     * @param key the version
     * @param newerSince when the resource was first seen on a newer one
     * @return with the time from which on it may be disabled
     */
    public static SupersededKey of(KeyUrl key, Instant newerSince) {
        return new SupersededKey(key, newerSince, newerSince.plus(NOTICED_BY_OTHERS));
    }

    static Map<String, Object> write(SupersededKey superseded) {
        return new FormWriter()
                .text("key", superseded.key())
                .text("newerSince", superseded.newerSince())
                .text("safeToDisableAfter", superseded.safeToDisableAfter())
                .done();
    }

    static SupersededKey read(FormReader in) {
        var read = new SupersededKey(
                KeyUrl.parse(in.text("key")), in.instant("newerSince"), in.instant("safeToDisableAfter"));
        in.end();
        return read;
    }
}
