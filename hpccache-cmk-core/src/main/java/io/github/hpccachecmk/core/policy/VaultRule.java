package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import java.util.List;
import java.util.Set;

/** A rule about the vault as read; it finds nothing for a vault that does not exist, which is one rule's own finding. */
abstract class VaultRule extends StandardRule {
    VaultRule(String id, Tier tier, String summary, String article) {
        super(id, tier, summary, article);
    }

    @Override
    public Set<FactKey<?>> facts(Situation situation) {
        var vault = situation.vault();
        return vault.isPresent() ? facts(situation, new FactKey.Vault(vault.get())) : leadingFacts(situation);
    }

    @Override
    public final List<Finding> judge(Situation situation) {
        var id = situation.vault();
        if (id.isEmpty()) {
            return undetermined(situation);
        }
        var fact = situation.facts().get(new FactKey.Vault(id.get()));
        if (fact.value().isEmpty()) {
            return List.of(unknown(id.get(), fact));
        }
        var vault = fact.value().get();
        return vault.isEmpty() ? missing(situation, id.get()) : judge(situation, id.get(), vault.get());
    }

    /** What the rule finds in a vault. */
    abstract List<Finding> judge(Situation situation, VaultId id, VaultSnapshot vault);

    /** What the rule finds when there is no such vault. */
    List<Finding> missing(Situation situation, VaultId id) {
        return List.of();
    }
}
