package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * One version of a key.
 *
 * @param version 32 hex digits
 * @param created when it was made
 * @param updated when its attributes were changed last
 * @param enabled whether it may be used
 * @param notBefore {@code nbf}
 * @param expires {@code exp}
 * @param tags its tags
 * @param material what it is made of; empty when the vault made it with the type and size of the key
 */
public record KeyVersion(
        String version,
        Instant created,
        Instant updated,
        boolean enabled,
        Optional<Instant> notBefore,
        Optional<Instant> expires,
        Table<String, String> tags,
        Optional<KeyMaterial> material) {

    /** An enabled version without dates and tags. */
    public static KeyVersion of(String version, Instant created) {
        return new KeyVersion(
                version, created, created, true, Optional.empty(), Optional.empty(), Table.empty(), Optional.empty());
    }

    /** This version, enabled or disabled. */
    public KeyVersion withEnabled(boolean changed, Instant now) {
        return new KeyVersion(version, created, now, changed, notBefore, expires, tags, material);
    }

    /** This version with other dates. */
    public KeyVersion withDates(Optional<Instant> nbf, Optional<Instant> exp, Instant now) {
        return new KeyVersion(version, created, now, enabled, nbf, exp, tags, material);
    }

    /** This version with other tags. */
    public KeyVersion withTags(Table<String, String> changed, Instant now) {
        return new KeyVersion(version, created, now, enabled, notBefore, expires, changed, material);
    }

    /** This version with a material. */
    KeyVersion of(KeyMaterial made) {
        return new KeyVersion(
                version, created, updated, enabled, notBefore, expires, tags, Optional.of(material.orElse(made)));
    }
}
