package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.core.rights.RequiredRights;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.RequiredPermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The caller may read the vault and its keys, and switch its protection on where that is needed and consented to. */
final class CallerVaultRightsRule extends VaultRule {
    CallerVaultRightsRule() {
        super(
                "caller.vault-rights",
                Tier.ADVISORY,
                "The caller has the rights that the request needs on the vault, the grant aside. An absent action is"
                        + " BLOCKING; a present one is \"not known to be missing\".",
                Articles.ROLES);
    }

    @Override
    public Set<FactKey<?>> facts(Situation situation) {
        var facts = new HashSet<>(super.facts(situation));
        situation.vault().ifPresent(vault -> facts.add(key(vault)));
        return facts;
    }

    @Override
    List<Finding> judge(Situation situation, VaultId id, VaultSnapshot vault) {
        var fact = situation.facts().get(key(id));
        if (fact.value().isEmpty()) {
            return List.of(unknown(id, fact));
        }
        boolean protects = !Protection.isComplete(vault) && Protection.hasConsent(situation.request(), id);
        var needed = new ArrayList<String>(4);
        for (var right : RequiredRights.onVault(id)) {
            if (protects || right.occasion() == RequiredPermission.Occasion.READ) {
                needed.add(right.action());
            }
        }
        return List.of(CallerRights.judge(this, id, fact.value().get(), needed));
    }

    static FactKey.Permissions key(VaultId vault) {
        return new FactKey.Permissions(vault.toString());
    }
}
