package io.github.hpccachecmk.report;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import java.util.Map;

/**
 * One write that a flow would send, as far as it can be known beforehand. Immutable.
 *
 * <p>An approved plan binds by {@link #kind()}, {@link #scope()} and {@link #authority()}, and for
 * {@link WriteKind#CREATE_TARGET} by {@link #summary()} too, which names what is made; the other members explain.
 *
 * @param kind the kind of write
 * @param scope the id of the resource written
 * @param authority what the write gives to whom, for example {@code "system-assigned identity: get, wrapKey, unwrapKey"};
 *     or takes from whom; empty for writes that do neither
 * @param summary the body in words
 * @param reason why it is needed
 */
public record PlannedWrite(WriteKind kind, String scope, String authority, String summary, String reason) {
    /**
     * Whether somebody can undo the write.
     *
     * @return {@code kind().isReversible()}
     */
    public boolean isReversible() {
        return kind.isReversible();
    }

    /**
     * The portable form: texts only. Part of a plan, so without a schema of its own.
     *
     * @return an unmodifiable map
     */
    public Map<String, Object> toMap() {
        return new FormWriter()
                .plain("kind", kind.name())
                .plain("scope", scope)
                .plain("authority", authority)
                .plain("summary", summary)
                .plain("reason", reason)
                .done();
    }

    /**
     * Reads the portable form.
     *
     * @param map what {@link #toMap()} gave
     * @return an equal write
     * @throws io.github.hpccachecmk.error.InvalidInputException when a member is missing, malformed or unknown
     */
    public static PlannedWrite fromMap(Map<String, ?> map) {
        var in = new FormReader("planned write", map);
        var write = new PlannedWrite(
                in.constant("kind", WriteKind.class),
                in.text("scope"),
                in.text("authority"),
                in.text("summary"),
                in.text("reason"));
        in.end();
        return write;
    }
}
