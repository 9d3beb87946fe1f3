package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.List;

/** Standard is sufficient, Premium works. */
final class VaultTierRule extends VaultRule {
    VaultTierRule() {
        super(
                "vault.tier",
                Tier.GATE,
                "The vault's tier is Standard or Premium; either is fine. UNKNOWN for any other.",
                Articles.CACHE_KEYS);
    }

    @Override
    public boolean concerns(CmkRequest<?> request) {
        return isAboutVaults(request);
    }

    @Override
    List<Finding> judge(Situation situation, VaultId id, VaultSnapshot vault) {
        var tier = vault.skuName().orElse("");
        if (tier.equalsIgnoreCase("standard")) {
            return List.of(ok(id, "The vault's tier is Standard, which is sufficient."));
        }
        if (tier.equalsIgnoreCase("premium")) {
            return List.of(ok(id, "The vault's tier is Premium, which works."));
        }
        return List.of(unknown(
                id,
                (tier.isEmpty() ? "The answer does not tell the vault's tier" : "The vault's tier is " + quoted(tier))
                        + "; Standard and Premium are known to work.",
                "Use a Standard or Premium vault."));
    }
}
