package io.github.hpccachecmk.report;

import io.github.hpccachecmk.error.ErrorCode;
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

    /** {@code BLOCKING vault.region (…/vaults/x): message Remedy: …}. */
    @Override
    public String toString() {
        return severity + " " + rule + " (" + subject + "): " + message
                + (remedy.isEmpty() ? "" : " Remedy: " + remedy);
    }
}
