package io.github.hpccachecmk.report;

import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import java.util.Map;
import java.util.Optional;

/**
 * What one rule found: what is wrong with what, the actual value, the legal one and what to do. Immutable.
 *
 * @param rule the rule's stable id, for example {@code vault.purge-protection}
 * @param severity how much it matters
 * @param subject what was looked at, for example a resource id
 * @param message what is wrong, with the actual value and the legal one
 * @param remedy what to do; empty when there is nothing to do
 * @param code the error code that a flow blocked by this finding reports
 * @param documentation a link that explains the rule
 */
public record Finding(
        String rule,
        Severity severity,
        String subject,
        String message,
        String remedy,
        Optional<ErrorCode> code,
        Optional<String> documentation) {

    /**
     * Whether nothing is written while this finding stands.
     *
     * @return true for severity {@link Severity#BLOCKING}
     */
    public boolean isBlocking() {
        return severity == Severity.BLOCKING;
    }

    /**
     * The portable form: texts only, absent members left out. Part of a plan or status, so without a schema of its own.
     *
     * @return an unmodifiable map
     */
    public Map<String, Object> toMap() {
        return new FormWriter()
                .plain("rule", rule)
                .plain("severity", severity.name())
                .plain("subject", subject)
                .plain("message", message)
                .plain("remedy", remedy)
                .textIfPresent("code", code.map(ErrorCode::name))
                .textIfPresent("documentation", documentation)
                .done();
    }

    /**
     * Reads the portable form.
     *
     * @param map what {@link #toMap()} gave
     * @return an equal finding
     * @throws io.github.hpccachecmk.error.InvalidInputException when a member is missing, malformed or unknown
     */
    public static Finding fromMap(Map<String, ?> map) {
        var in = new FormReader("finding", map);
        var finding = new Finding(
                in.text("rule"),
                in.constant("severity", Severity.class),
                in.text("subject"),
                in.text("message"),
                in.text("remedy"),
                in.optionalConstant("code", ErrorCode.class),
                in.optionalText("documentation"));
        in.end();
        return finding;
    }

    /** {@code BLOCKING vault.region (…/vaults/x): message Remedy: …}. */
    @Override
    public String toString() {
        return severity + " " + rule + " (" + subject + "): " + message
                + (remedy.isEmpty() ? "" : " Remedy: " + remedy);
    }
}
