package io.github.hpccachecmk.report;

import io.github.hpccachecmk.model.KeyUrl;
import java.util.List;

/**
 * A key that somebody could choose, with what speaks against it. Immutable.
 *
 * @param key its newest version, as a create asks for it
 * @param findings what the rules find other than that all is well, most severe first
 */
public record KeyCandidate(KeyUrl key, List<Finding> findings) {
    /**
     * Copies the list.
     *
     * @param key see above
     * @param findings see above
     */
    public KeyCandidate {
        findings = List.copyOf(findings);
    }

    /** {@return whether it can be used: no finding blocks} */
    public boolean isEligible() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.BLOCKING);
    }
}
