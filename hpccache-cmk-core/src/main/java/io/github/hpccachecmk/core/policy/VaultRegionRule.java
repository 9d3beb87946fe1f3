package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CreateRequest;
import java.util.List;
import java.util.Optional;

/** Vault and resource are in one region. */
final class VaultRegionRule extends VaultRule {
    VaultRegionRule() {
        super(
                "vault.region",
                Tier.GATE,
                "The vault is in the resource's region; \"East US\" and \"eastus\" are the same. BLOCKING when it is in"
                        + " another.",
                Articles.CACHE_KEYS);
    }

    @Override
    List<Finding> judge(Situation situation, VaultId id, VaultSnapshot vault) {
        var wanted = location(situation);
        var kind = situation.targetId().kind().displayName();
        if (wanted.isEmpty() || vault.location().isBlank()) {
            return List.of(unknown(
                    id,
                    "The answer does not tell the region of the " + (wanted.isEmpty() ? kind : "vault")
                            + "; both must be in the same region.",
                    "Compare the regions by hand."));
        }
        if (Regions.same(vault.location(), wanted.get())) {
            return List.of(ok(id, "The vault is in the region of the " + kind + "."));
        }
        var region = quoted(Regions.name(wanted.get()));
        return List.of(blocking(
                id,
                ErrorCode.PREFLIGHT_BLOCKED,
                "The vault is in region " + quoted(Regions.name(vault.location())) + ", the " + kind + " in " + region
                        + "; both must be in the same one.",
                "Use a vault in region " + region + ", or create the " + kind + " in the vault's region."));
    }

    private static Optional<String> location(Situation situation) {
        return situation.request() instanceof CreateRequest create
                ? Optional.of(create.location())
                : situation.target().flatMap(TargetSnapshot::location);
    }
}
