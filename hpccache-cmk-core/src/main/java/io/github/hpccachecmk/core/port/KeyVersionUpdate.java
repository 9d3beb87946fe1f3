package io.github.hpccachecmk.core.port;

import java.util.Map;
import java.util.Optional;

/**
 * What is to change of a version of a key; what is empty stays.
 *
 * @param enabled whether it can be used
 * @param tags all of its tags: those that are not named are gone afterwards
 */
public record KeyVersionUpdate(Optional<Boolean> enabled, Optional<Map<String, String>> tags) {
    /** Switches the version on or off. */
    public static KeyVersionUpdate enabled(boolean enabled) {
        return new KeyVersionUpdate(Optional.of(enabled), Optional.empty());
    }

    /** Gives the version these tags, and no others. */
    public static KeyVersionUpdate tagged(Map<String, String> tags) {
        return new KeyVersionUpdate(Optional.empty(), Optional.of(Map.copyOf(tags)));
    }
}
