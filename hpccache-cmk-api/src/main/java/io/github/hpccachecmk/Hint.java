package io.github.hpccachecmk;

import io.github.hpccachecmk.error.InvalidInputException;
import java.util.HashMap;
import java.util.Map;

/**
 * What a flow remembers between passes: it saves calls and time and is never trusted. Losing it is safe. Opaque to
 * users, versioned, holds no secret. Immutable.
 */
public final class Hint {
    private static final int SCHEMA = 1;
    private static final String SCHEMA_MEMBER = "schema";
    private static final Hint NONE = new Hint(Map.of());

    private final Map<String, String> entries;

    private Hint(Map<String, String> entries) {
        this.entries = Map.copyOf(entries);
    }

    /**
     * The hint of a flow that remembers nothing.
     *
     * @return the empty hint
     */
    public static Hint none() {
        return NONE;
    }

    /**
     * A hint with these entries; for this library's own flow.
     *
     * @param entries names and values, none of them secret
     * @return the hint
     */
    public static Hint of(Map<String, String> entries) {
        return entries.isEmpty() ? NONE : new Hint(entries);
    }

    /**
     * The entries; their names and meaning are this library's own and may change.
     *
     * @return an unmodifiable map
     */
    public Map<String, String> entries() {
        return entries;
    }

    /**
     * The portable form: texts, and one number for the schema's version.
     *
     * @return an unmodifiable map
     */
    public Map<String, Object> toMap() {
        var map = new HashMap<String, Object>(entries);
        map.put(SCHEMA_MEMBER, SCHEMA);
        return Map.copyOf(map);
    }

    /**
     * Reads the portable form. A hint of another schema is worth nothing and read as {@link #none()}: losing a hint is
     * safe, misreading one is not.
     *
     * @param map what {@link #toMap()} gave
     * @return the hint
     * @throws InvalidInputException when a value is not a text
     */
    public static Hint fromMap(Map<String, ?> map) {
        if (!(map.get(SCHEMA_MEMBER) instanceof Number schema) || schema.longValue() != SCHEMA) {
            return NONE;
        }
        var entries = new HashMap<String, String>();
        map.forEach((name, value) -> {
            if (!name.equals(SCHEMA_MEMBER)) {
                if (!(value instanceof String text)) {
                    throw InvalidInputException.of("hint." + name, value, "a text");
                }
                entries.put(name, text);
            }
        });
        return of(entries);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hint hint && hint.entries.equals(entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    @Override
    public String toString() {
        return "Hint" + new java.util.TreeMap<>(entries);
    }
}
