package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.KeyUrl;
import java.time.Instant;
import java.util.Optional;

/**
 * One version of a key as a listing shows it, which tells neither type nor size.
 *
 * @param key the URL with the version
 * @param enabled {@code attributes.enabled}
 * @param notBefore {@code attributes.nbf}
 * @param expires {@code attributes.exp}
 * @param created {@code attributes.created}
 */
public record KeyVersionSnapshot(
        KeyUrl key,
        boolean enabled,
        Optional<Instant> notBefore,
        Optional<Instant> expires,
        Optional<Instant> created) {}
