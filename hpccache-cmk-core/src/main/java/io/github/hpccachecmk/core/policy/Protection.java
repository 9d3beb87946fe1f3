package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.EncryptionRequest;
import io.github.hpccachecmk.request.PrepareVault;

/** A vault's soft delete and purge protection, and what the request says about them. */
public final class Protection {
    /** What Azure uses where a vault does not tell (Microsoft's article "Azure Key Vault soft-delete overview"). */
    private static final int DEFAULT_RETENTION_DAYS = 90;

    private Protection() {}

    /** Whether both are on. Purge protection that Azure leaves out was never switched on; with it soft delete is on too. */
    public static boolean isComplete(VaultSnapshot vault) {
        return vault.purgeProtection().orElse(false) && vault.softDelete().orElse(true);
    }

    /** Whether the request consents to the irreversible change of this very vault. */
    static boolean hasConsent(CmkRequest<?> request, VaultId vault) {
        return settings(request)
                .consent()
                .filter(consent -> consent.covers(vault))
                .isPresent();
    }

    /** The days for which a deleted vault or key stays, in words. */
    static String retention(VaultSnapshot vault) {
        return vault.retentionDays().isPresent()
                ? vault.retentionDays().getAsInt() + " days"
                : DEFAULT_RETENTION_DAYS + " days (the default; the vault does not tell)";
    }

    /** How to consent, in code. */
    static String howToConsent(VaultId vault) {
        return "Switch it on yourself, or c" + consentInCode(vault).substring(1);
    }

    /** The consent, in code. */
    static String consentInCode(VaultId vault) {
        return "Consent in the request: "
                + ".vaultProtection(VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(VaultId.parse(\""
                + vault + "\"))))";
    }

    private static VaultProtection settings(CmkRequest<?> request) {
        if (request instanceof EncryptionRequest encryption) {
            return encryption.vaultProtection();
        }
        if (request instanceof PrepareVault prepare) {
            return prepare.vaultProtection();
        }
        return request instanceof AuthorizeCache authorize
                ? authorize.vaultProtection()
                : VaultProtection.requireAlreadyOn();
    }
}
