package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.List;

/** Soft delete is on, or will be. */
final class VaultSoftDeleteRule extends VaultRule {
    VaultSoftDeleteRule() {
        super(
                "vault.soft-delete",
                Tier.GATE,
                "Soft delete is on. When it is off: WILL_FIX with the consent that names this vault, else BLOCKING.",
                Articles.SOFT_DELETE);
    }

    @Override
    public boolean concerns(CmkRequest<?> request) {
        return isAboutVaults(request);
    }

    @Override
    List<Finding> judge(Situation situation, VaultId id, VaultSnapshot vault) {
        // Purge protection is not to be had without soft delete.
        if (vault.softDelete().or(vault::purgeProtection).orElse(false)) {
            return List.of(ok(id, "Soft delete is on."));
        }
        var retention = Protection.retention(vault);
        if (Protection.hasConsent(situation.request(), id)) {
            return List.of(willFix(
                    id,
                    "Soft delete is off and will be switched on, as the request consents; this cannot be undone. A deleted"
                            + " vault or key then stays recoverable for " + retention + "."));
        }
        return List.of(blocking(
                id,
                ErrorCode.CONSENT_MISSING,
                "Soft delete is off; it must be on. Once on it cannot be switched off, and a deleted vault or key stays"
                        + " recoverable for " + retention + ".",
                Protection.howToConsent(id) + "."));
    }
}
