package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.KeyUrl;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One version of a key as one answer showed it.
 *
 * @param key the URL with the version
 * @param type {@code RSA}, {@code RSA-HSM}, {@code EC} …
 * @param size bits of an RSA modulus
 * @param operations {@code keyOps}, as answered
 * @param enabled {@code attributes.enabled}
 * @param notBefore {@code attributes.nbf}
 * @param expires {@code attributes.exp}
 * @param created {@code attributes.created}
 * @param updated {@code attributes.updated}: the last change of the attributes, whichever it was
 * @param tags the version's tags; only the data plane is known to show them, and what others write into theirs is not for messages
 */
public record KeySnapshot(
        KeyUrl key,
        String type,
        OptionalInt size,
        Set<String> operations,
        boolean enabled,
        Optional<Instant> notBefore,
        Optional<Instant> expires,
        Optional<Instant> created,
        Optional<Instant> updated,
        Map<String, String> tags) {
    /** How the names of this library's own tags begin. */
    public static final String OWN_TAGS = "hpccache-cmk-";

    /** Takes a copy of the sets. */
    public KeySnapshot {
        operations = Set.copyOf(operations);
        tags = Map.copyOf(tags);
    }

    /** A key of which neither tags nor the last change are known. */
    public KeySnapshot(
            KeyUrl key,
            String type,
            OptionalInt size,
            Set<String> operations,
            boolean enabled,
            Optional<Instant> notBefore,
            Optional<Instant> expires,
            Optional<Instant> created) {
        this(key, type, size, operations, enabled, notBefore, expires, created, Optional.empty(), Map.of());
    }

    /** The same version switched on or off. */
    public KeySnapshot withEnabled(boolean on) {
        return new KeySnapshot(key, type, size, operations, on, notBefore, expires, created, updated, tags);
    }

    /** Without the tags, which anybody can have written. */
    @Override
    public String toString() {
        return "KeySnapshot[" + key + ", " + type + ", enabled=" + enabled + "]";
    }
}
