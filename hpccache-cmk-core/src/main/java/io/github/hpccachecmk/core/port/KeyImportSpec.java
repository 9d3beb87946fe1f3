package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.model.KeyUrl;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A key to be imported, for wrapKey and unwrapKey.
 *
 * @param key its URL, without version
 * @param material which material
 * @param expires when the version that is made expires
 * @param tags its tags
 */
public record KeyImportSpec(KeyUrl key, KeyImport material, Optional<Instant> expires, Map<String, String> tags) {
    /** Copies the tags. */
    public KeyImportSpec {
        tags = Map.copyOf(tags);
    }
}
