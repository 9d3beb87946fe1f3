package io.github.hpccachecmk.report;

import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.VaultId;
import java.util.List;

/**
 * A vault that somebody could choose, with what speaks against it. Immutable.
 *
 * @param vault which
 * @param location its region, as the service spells it
 * @param accessModel how access is given in it
 * @param findings what the rules find other than that all is well, most severe first
 */
public record VaultCandidate(VaultId vault, String location, AccessModel accessModel, List<Finding> findings) {
    /**
     * Copies the list.
     *
     * @param vault see above
     * @param location see above
     * @param accessModel see above
     * @param findings see above
     */
    public VaultCandidate {
        findings = List.copyOf(findings);
    }

    /** {@return whether it can be used: no finding blocks; one that will be fixed needs the consent that it names} */
    public boolean isEligible() {
        return findings.stream().noneMatch(finding -> finding.severity() == Severity.BLOCKING);
    }
}
