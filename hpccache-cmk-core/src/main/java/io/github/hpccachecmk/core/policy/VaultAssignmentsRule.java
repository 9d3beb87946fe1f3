package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The vault's subscription has room for one more role assignment. Each resource and key takes one, so a fleet can come to the
 * limit; a create that comes to it finds its cache waiting and no way to authorize it. Only on request:
 * {@link PolicySettings#countingAssignments}.
 */
final class VaultAssignmentsRule extends VaultRule {
    VaultAssignmentsRule() {
        super(
                "vault.assignments",
                Tier.ADVISORY,
                "The subscription of a vault with Azure RBAC has room for one more role assignment. BLOCKING when "
                        + AssignmentLimit.shown(AssignmentLimit.LIMIT)
                        + " are there and access has to be given; WARNING from "
                        + AssignmentLimit.shown(AssignmentLimit.NEAR)
                        + " on. Only with `PolicySettings.countingAssignments()`: lists every assignment of the"
                        + " subscription.",
                Articles.ROLE_LIMITS);
    }

    @Override
    public Set<FactKey<?>> facts(Situation situation) {
        var facts = new HashSet<>(super.facts(situation));
        situation.vault().filter(vault -> GrantNeed.isRbac(situation, vault)).ifPresent(vault -> {
            facts.add(new FactKey.AssignmentCount(vault.subscription()));
            facts.addAll(GrantNeed.facts(situation, vault));
        });
        return facts;
    }

    @Override
    List<Finding> judge(Situation situation, VaultId id, VaultSnapshot vault) {
        if (vault.accessModel() != AccessModel.RBAC) {
            return List.of(ok(id, "Access is given by access policies, which are no role assignments."));
        }
        var fact = situation.facts().get(new FactKey.AssignmentCount(id.subscription()));
        return List.of(fact.value()
                .map(count -> judge(id, count, GrantNeed.of(situation, id, vault)))
                .orElseGet(() -> unknown(subscription(id), fact)));
    }

    private Finding judge(VaultId id, int count, GrantNeed need) {
        var text = AssignmentLimit.told("The vault's subscription", count);
        if (!AssignmentLimit.isNear(count)) {
            return ok(subscription(id), text + ".");
        }
        return AssignmentLimit.isReached(count) && need == GrantNeed.YES
                ? blocking(
                        subscription(id),
                        ErrorCode.LIMIT_REACHED,
                        text + ", and giving access takes one more.",
                        AssignmentLimit.REMEDY)
                : warning(subscription(id), text + ", and each resource and key takes one.", AssignmentLimit.REMEDY);
    }

    private static String subscription(VaultId id) {
        return "/subscriptions/" + id.subscription();
    }
}
