package io.github.hpccachecmk.report;

import io.github.hpccachecmk.model.KeyUrl;
import java.time.Instant;
import java.util.Optional;

/**
 * One version of a key and whether it can be used. Immutable.
 *
 * @param key the URL with the version
 * @param enabled whether it is switched on
 * @param notBefore when it begins to be valid; always was unless present
 * @param expires when it ends to be valid; never unless present
 * @param created when it was made, where the service tells
 */
public record KeyVersionState(
        KeyUrl key,
        boolean enabled,
        Optional<Instant> notBefore,
        Optional<Instant> expires,
        Optional<Instant> created) {
    /**
     * Whether the version can be used at a time: it is enabled, has begun and has not ended.
     *
     * @param time when
     * @return true when nothing of the three speaks against it
     */
    public boolean isUsableAt(Instant time) {
        return enabled
                && notBefore.filter(time::isBefore).isEmpty()
                && expires.filter(end -> !time.isBefore(end)).isEmpty();
    }
}
