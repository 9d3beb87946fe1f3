package io.github.hpccachecmk.report;

import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import java.time.Instant;
import java.util.Map;

/**
 * What a flow waits for. Immutable.
 *
 * @param what in plain words
 * @param since when this wait began, as far as known
 * @param until when the wait is given up
 * @param codeAfter the code that is reported then
 */
public record Awaited(String what, Instant since, Instant until, ErrorCode codeAfter) {
    /**
     * The portable form: texts only. Part of a status, so without a schema of its own.
     *
     * @return an unmodifiable map
     */
    public Map<String, Object> toMap() {
        return new FormWriter()
                .plain("what", what)
                .text("since", since)
                .text("until", until)
                .plain("codeAfter", codeAfter.name())
                .done();
    }

    /**
     * Reads the portable form.
     *
     * @param map what {@link #toMap()} gave
     * @return an equal value
     * @throws io.github.hpccachecmk.error.InvalidInputException when a member is missing, malformed or unknown
     */
    public static Awaited fromMap(Map<String, ?> map) {
        var in = new FormReader("awaited", map);
        var awaited = new Awaited(
                in.text("what"), in.instant("since"), in.instant("until"), in.constant("codeAfter", ErrorCode.class));
        in.end();
        return awaited;
    }
}
