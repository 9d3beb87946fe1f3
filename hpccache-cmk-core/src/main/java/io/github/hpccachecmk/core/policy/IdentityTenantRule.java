package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.report.Finding;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Each identity is in the vault's tenant: a vault lets nobody else in. */
final class IdentityTenantRule extends IdentityRule {
    IdentityTenantRule() {
        super(
                "identity.tenant",
                "Each identity, a system-assigned one as soon as it exists, is in the vault's tenant. BLOCKING when it is in"
                        + " another.",
                Articles.VAULT_ACCESS);
    }

    @Override
    public Set<FactKey<?>> facts(Situation situation) {
        var facts = new HashSet<>(super.facts(situation));
        situation.vault().ifPresent(vault -> facts.add(new FactKey.Vault(vault)));
        return facts;
    }

    @Override
    public List<Finding> judge(Situation situation) {
        var own = situation.target().flatMap(TargetSnapshot::tenant);
        if (own.isEmpty()) {
            return super.judge(situation);
        }
        var findings = new ArrayList<>(super.judge(situation));
        findings.addAll(judge(situation, situation.targetId(), own.get()));
        return findings;
    }

    @Override
    List<Finding> judge(Situation situation, UserAssignedIdentityId id, IdentitySnapshot identity) {
        return judge(situation, id, identity.tenant());
    }

    private List<Finding> judge(Situation situation, Object subject, TenantId tenant) {
        var id = situation.vault();
        if (id.isEmpty()) {
            return List.of();
        }
        var vault = situation.facts().get(new FactKey.Vault(id.get()));
        if (vault.value().isEmpty()) {
            return List.of(unknown(subject, vault));
        }
        Optional<VaultSnapshot> found = vault.value().get();
        if (found.isEmpty()) {
            return List.of();
        }
        return List.of(found.get()
                .tenant()
                .map(wanted -> wanted.equals(tenant)
                        ? ok(subject, "The identity is in the vault's tenant.")
                        : blocking(
                                subject,
                                ErrorCode.PREFLIGHT_BLOCKED,
                                "The identity is in tenant " + tenant + ", the vault in " + wanted
                                        + "; both must be in the same one.",
                                "Use an identity and a vault of one tenant; after a move of the subscription, set the vault's"
                                        + " tenant."))
                .orElseGet(() -> unknown(
                        subject,
                        "The answer does not tell the vault's tenant; the identity is in " + tenant + ".",
                        "Compare the tenants by hand.")));
    }
}
