package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import java.util.List;

/** Who says who may use the keys. HPC Cache takes either model; the article on this service asks for Azure RBAC. */
final class VaultAccessModelRule extends VaultRule {
    VaultAccessModelRule() {
        super(
                "vault.access-model",
                Tier.GATE,
                "Access is given by access policies or by Azure RBAC; WARNING for Managed Lustre on access policies.",
                Articles.VAULT_ACCESS);
    }

    @Override
    List<Finding> judge(Situation situation, VaultId id, VaultSnapshot vault) {
        if (vault.accessModel() == AccessModel.RBAC) {
            return List.of(ok(id, "The vault gives access by Azure RBAC."));
        }
        if (KindTraits.of(situation.targetId().kind()).asksForRbac()) {
            return List.of(
                    warning(
                            id,
                            "The vault gives access by access policies; the article on this service asks for Azure RBAC. Access"
                                    + " policies are known to work too.",
                            "To follow the article, move the vault to Azure RBAC when nobody else depends on its access policies."));
        }
        return List.of(ok(id, "The vault gives access by access policies."));
    }
}
