package io.github.hpccachecmk.implementation;

import io.github.hpccachecmk.model.KeyRotation;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** The portable form of a key's rotation policy. */
public final class KeyRotationForm {
    private KeyRotationForm() {}

    /**
     * Writes it.
     *
     * @param rotation the policy
     * @return its members
     */
    public static Map<String, Object> write(KeyRotation rotation) {
        return new FormWriter()
                .text("rotateAfter", rotation.rotateAfter())
                .textIfPresent("expireAfter", rotation.expireAfter())
                .done();
    }

    /**
     * Reads it.
     *
     * @param reader of its members
     * @return the policy
     */
    public static KeyRotation read(FormReader reader) {
        KeyRotation rotation = new KeyRotation(
                period(reader, "rotateAfter", reader.text("rotateAfter")),
                reader.optionalText("expireAfter").map(text -> period(reader, "expireAfter", text)));
        reader.end();
        return rotation;
    }

    private static Period period(FormReader reader, String name, String text) {
        try {
            return Period.parse(text);
        } catch (DateTimeParseException e) {
            throw reader.refused(name, text, "a period such as P90D");
        }
    }
}
