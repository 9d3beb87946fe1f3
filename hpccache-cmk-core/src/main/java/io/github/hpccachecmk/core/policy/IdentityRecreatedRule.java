package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.report.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An existing resource's identity is the one that it was made with. One that was deleted and made again under the same id has
 * another principal, while the resource goes on with the old one: access given to the new one helps nobody.
 */
final class IdentityRecreatedRule extends IdentityRule {
    IdentityRecreatedRule() {
        super(
                "identity.recreated",
                "For an existing resource, where both times are known: BLOCKING when an identity is younger than the"
                        + " resource that uses it, since it was then made again under the same id.",
                Articles.IDENTITIES);
    }

    @Override
    public Set<FactKey<?>> facts(Situation situation) {
        var facts = new HashSet<>(super.facts(situation));
        facts.add(targetKey(situation));
        return facts;
    }

    @Override
    public List<Finding> judge(Situation situation) {
        return situation.target().isEmpty() ? List.of() : super.judge(situation);
    }

    @Override
    List<Finding> judge(Situation situation, UserAssignedIdentityId id, IdentitySnapshot identity) {
        var made = situation.target().flatMap(TargetSnapshot::createdAt);
        if (made.isEmpty() || identity.createdAt().isEmpty() || !uses(situation, id)) {
            return List.of();
        }
        var age = identity.createdAt().get();
        return List.of(
                age.isAfter(made.get())
                        ? blocking(
                                id,
                                ErrorCode.PRINCIPAL_CHANGED,
                                "The identity was made on " + age + ", after the resource that uses it (" + made.get()
                                        + "); it was deleted and made again, and the resource goes on with the old principal.",
                                "Find out who made the identity again; the resource needs a new one, which it can only be"
                                        + " created with.")
                        : ok(id, "The identity is older than the resource that uses it."));
    }

    private static boolean uses(Situation situation, UserAssignedIdentityId id) {
        return situation
                .target()
                .filter(target -> target.userAssigned().contains(id))
                .isPresent();
    }
}
