package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultNetwork;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.PrepareVault;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The vault takes an import from here. Key material goes to the vault itself, past Resource Manager: unlike a key that the vault
 * makes, it needs a way through the vault's firewall, a right on the data plane, and for a key in hardware the premium tier.
 */
final class VaultImportRule extends VaultRule {
    VaultImportRule() {
        super(
                "vault.import",
                Tier.GATE,
                "For a vault to be prepared with key material of one's own: the vault takes the import. BLOCKING for a transfer"
                        + " blob and a vault of the Standard tier; for a new vault that only trusted services reach, or whose"
                        + " access is by policies, which are empty; WARNING when an existing vault has a firewall.",
                Articles.BYOK);
    }

    @Override
    public boolean concerns(CmkRequest<?> request) {
        return isImport(request);
    }

    /** Whether somebody brings key material along. */
    static boolean isImport(CmkRequest<?> request) {
        return request instanceof PrepareVault prepare && prepare.keyImport().isPresent();
    }

    @Override
    public Set<FactKey<?>> facts(Situation situation) {
        var facts = new HashSet<>(super.facts(situation));
        if (situation.request() instanceof PrepareVault prepare) {
            facts.add(new FactKey.NewestKey(prepare.vault(), prepare.keyName()));
        }
        return facts;
    }

    @Override
    List<Finding> judge(Situation situation, VaultId id, VaultSnapshot vault) {
        if (situation.key().isPresent()) {
            return List.of(ok(id, "Nothing has to be imported."));
        }
        boolean isBlob = situation
                .keyImport()
                .filter(wanted -> wanted.form() == KeyImport.Form.TRANSFER_BLOB)
                .isPresent();
        if (isBlob && vault.skuName().filter("standard"::equalsIgnoreCase).isPresent()) {
            return List.of(blocking(
                    id,
                    ErrorCode.PREFLIGHT_BLOCKED,
                    "The vault's tier is Standard; a transfer blob becomes a key in hardware, which only Premium holds.",
                    "Use a Premium vault, or import an RSA key."));
        }
        return List.of(
                hasFirewall(vault)
                        ? warning(
                                id,
                                "The vault's firewall is on; the import is refused unless it lets this client in.",
                                "Run where the vault lets you in: an allowed address or a private endpoint.")
                        : ok(id, "The vault lets all networks in, and so the import."));
    }

    @Override
    List<Finding> missing(Situation situation, VaultId id) {
        if (!(situation.request() instanceof PrepareVault prepare)) {
            return List.of();
        }
        if (prepare.accessModel() == AccessModel.ACCESS_POLICY) {
            return List.of(blocking(
                    id,
                    ErrorCode.PREFLIGHT_BLOCKED,
                    "A new vault with access policies has none, so nobody may import into it.",
                    "Ask for access by roles: .accessModel(AccessModel.RBAC), or adopt a vault whose policies let the caller"
                            + " import."));
        }
        return List.of(
                prepare.network() == VaultNetwork.TRUSTED_SERVICES_ONLY
                        ? blocking(
                                id,
                                ErrorCode.VAULT_FIREWALL,
                                "The new vault is to be open to trusted services only, which refuses the import.",
                                "Ask for .network(VaultNetwork.ALL_NETWORKS) and close the vault after the import, or adopt a"
                                        + " vault that lets this client in.")
                        : ok(id, "The new vault will let the import in."));
    }

    private static boolean hasFirewall(VaultSnapshot vault) {
        return isSaid(vault.networkDefaultAction(), "Deny") || isSaid(vault.publicNetworkAccess(), "Disabled");
    }

    private static boolean isSaid(Optional<String> value, String word) {
        return value.filter(word::equalsIgnoreCase).isPresent();
    }
}
