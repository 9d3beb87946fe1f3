package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.PrepareVault;
import java.util.List;

/** Purge protection is on, or will be with the consent that names the vault: it can never be switched off again. */
final class VaultPurgeProtectionRule extends VaultRule {
    VaultPurgeProtectionRule() {
        super(
                "vault.purge-protection",
                Tier.GATE,
                "Purge protection is on. When it is off: WILL_FIX with the consent that names this vault, else BLOCKING;"
                        + " both say for how many days deleted things then stay.",
                Articles.SOFT_DELETE);
    }

    @Override
    public boolean concerns(CmkRequest<?> request) {
        return isAboutVaults(request);
    }

    @Override
    List<Finding> judge(Situation situation, VaultId id, VaultSnapshot vault) {
        if (vault.purgeProtection().orElse(false)) {
            return List.of(ok(id, "Purge protection is on."));
        }
        var retention = Protection.retention(vault);
        if (Protection.hasConsent(situation.request(), id)) {
            return List.of(willFix(
                    id,
                    "Purge protection is off and will be switched on, as the request consents; this cannot be undone. A"
                            + " deleted vault or key then stays, and keeps its name, for " + retention + "."));
        }
        return List.of(blocking(
                id,
                ErrorCode.CONSENT_MISSING,
                "Purge protection is off; it must be on. Switching it on cannot be undone, so the request has to consent"
                        + " for this vault.",
                Protection.howToConsent(id) + ". From then on a deleted vault or key stays, and keeps its name, for "
                        + retention + "."));
    }

    @Override
    List<Finding> missing(Situation situation, VaultId id) {
        if (!(situation.request() instanceof PrepareVault prepare)) {
            return List.of();
        }
        var days = prepare.retentionDays() + " days";
        return List.of(
                Protection.hasConsent(prepare, id)
                        ? willFix(
                                id,
                                "The vault will be made with purge protection, as the request consents; this cannot be undone."
                                        + " A deleted vault or key then stays, and keeps its name, for " + days + ".")
                        : blocking(
                                id,
                                ErrorCode.CONSENT_MISSING,
                                "The vault is to be made with purge protection, without which no customer-managed key works."
                                        + " It cannot be undone, so the request has to consent for this vault.",
                                Protection.consentInCode(id)
                                        + ". From then on a deleted vault or key stays, and keeps its" + " name, for "
                                        + days + "."));
    }
}
