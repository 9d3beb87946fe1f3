package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.List;

/** The vault is ready; a new one registers its name for some seconds first. */
final class VaultStateRule extends VaultRule {
    VaultStateRule() {
        super(
                "vault.provisioning-state",
                Tier.GATE,
                "The vault's provisioning state is Succeeded; WARNING while it registers its name, UNKNOWN for any other.",
                Articles.VAULT_OVERVIEW);
    }

    @Override
    public boolean concerns(CmkRequest<?> request) {
        return isAboutVaults(request);
    }

    @Override
    List<Finding> judge(Situation situation, VaultId id, VaultSnapshot vault) {
        var state = vault.provisioningState().orElse("");
        if (state.equalsIgnoreCase("Succeeded")) {
            return List.of(ok(id, "The vault's provisioning state is Succeeded."));
        }
        if (state.equalsIgnoreCase("RegisteringDns")) {
            return List.of(warning(
                    id,
                    "The vault is new: its provisioning state is RegisteringDns, so its address may not resolve yet; it"
                            + " should be Succeeded.",
                    "Nothing if the vault was just made; the state changes within a minute."));
        }
        return List.of(unknown(
                id,
                (state.isEmpty()
                                ? "The answer does not tell the vault's provisioning state"
                                : "The vault's provisioning state is " + quoted(state))
                        + "; it should be Succeeded.",
                "Look at the vault in the portal."));
    }
}
