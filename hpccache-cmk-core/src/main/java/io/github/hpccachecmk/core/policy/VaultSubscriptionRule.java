package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import java.util.List;
import java.util.Set;

/** Vault and resource are in one subscription; for a create both ids tell, without a read. */
final class VaultSubscriptionRule extends StandardRule {
    VaultSubscriptionRule() {
        super(
                "vault.subscription",
                Tier.GATE,
                "The vault is in the resource's subscription. BLOCKING when it is in another.",
                Articles.CACHE_KEYS);
    }

    @Override
    public Set<FactKey<?>> facts(Situation situation) {
        return leadingFacts(situation);
    }

    @Override
    public List<Finding> judge(Situation situation) {
        var found = situation.vault();
        if (found.isEmpty()) {
            return undetermined(situation);
        }
        var vault = found.get();
        var target = situation.targetId();
        if (vault.subscription().equalsIgnoreCase(target.subscription())) {
            return List.of(ok(
                    vault,
                    "The vault is in the subscription of the " + target.kind().displayName() + "."));
        }
        return List.of(blocking(
                vault,
                ErrorCode.PREFLIGHT_BLOCKED,
                "The vault is in subscription " + vault.subscription() + ", the "
                        + target.kind().displayName() + " in " + target.subscription()
                        + "; both must be in the same one.",
                "Use a vault of subscription " + target.subscription() + "."));
    }
}
