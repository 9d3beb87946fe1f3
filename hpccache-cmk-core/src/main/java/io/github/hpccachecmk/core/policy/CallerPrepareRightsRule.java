package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.core.rights.RequiredRights;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.PrepareVault;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The caller may make what is missing of a vault that is prepared. */
final class CallerPrepareRightsRule extends VaultRule {
    CallerPrepareRightsRule() {
        super(
                "caller.prepare-rights",
                Tier.ADVISORY,
                "For a vault to be prepared: the caller has the rights to make what is missing of vault and key, asked at the"
                        + " vault's group. An absent action is BLOCKING; a present one is \"not known to be missing\".",
                Articles.ROLES);
    }

    @Override
    public boolean concerns(CmkRequest<?> request) {
        return request instanceof PrepareVault;
    }

    @Override
    public Set<FactKey<?>> facts(Situation situation) {
        return situation.request() instanceof PrepareVault prepare
                ? Set.of(new FactKey.Vault(prepare.vault()), key(prepare.vault()))
                : Set.of();
    }

    @Override
    List<Finding> judge(Situation situation, VaultId id, VaultSnapshot vault) {
        var needed = new ArrayList<String>(2);
        if (!Protection.isComplete(vault)) {
            needed.add(RequiredRights.WRITE_VAULT);
        }
        return judge(situation, id, needed);
    }

    @Override
    List<Finding> missing(Situation situation, VaultId id) {
        return judge(situation, id, List.of(RequiredRights.WRITE_VAULT));
    }

    private List<Finding> judge(Situation situation, VaultId id, List<String> onVault) {
        if (!(situation.request() instanceof PrepareVault prepare)) {
            return List.of();
        }
        boolean isKeyMissing = situation.key().isEmpty();
        var needed = new ArrayList<>(onVault);
        if (isKeyMissing && prepare.keyImport().isEmpty()) {
            needed.add(RequiredRights.WRITE_KEY);
        }
        // Rights by a vault's access policies are in no answer of the permissions API.
        var data = isKeyMissing && prepare.accessModel() == AccessModel.RBAC
                ? RequiredRights.importing(prepare)
                : List.<String>of();
        if (needed.isEmpty() && data.isEmpty()) {
            return List.of(ok(id, "Nothing has to be written."));
        }
        var fact = situation.facts().get(key(id));
        return List.of(fact.value()
                .map(entries -> CallerRights.judge(this, id.group(), entries, needed, data))
                .orElseGet(() -> unknown(id.group(), fact)));
    }

    private static FactKey.Permissions key(VaultId id) {
        return new FactKey.Permissions(id.group().toString());
    }
}
