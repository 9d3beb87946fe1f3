package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import java.util.List;

/** The vault exists. */
final class VaultExistsRule extends VaultRule {
    VaultExistsRule() {
        super(
                "vault.exists",
                Tier.GATE,
                "The vault exists under the id given. BLOCKING when it does not.",
                Articles.CACHE_KEYS);
    }

    @Override
    List<Finding> judge(Situation situation, VaultId id, VaultSnapshot vault) {
        return List.of(ok(id, "The vault exists."));
    }

    @Override
    List<Finding> missing(Situation situation, VaultId id) {
        return List.of(blocking(
                id,
                ErrorCode.RESOURCE_MISSING,
                "There is no vault of this id; the key has to be in an existing vault.",
                "Create the vault, recover it if it was deleted, or correct subscription, resource group and name."));
    }
}
