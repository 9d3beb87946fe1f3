package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.rights.RequiredRights;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.RequiredPermission;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The caller may read and create the resource; asked at its group, since the resource does not exist yet. */
final class CallerTargetRightsRule extends StandardRule {
    CallerTargetRightsRule() {
        super(
                "caller.target-rights",
                Tier.ADVISORY,
                "The caller has the rights that the request needs on the resource, asked at its group. An absent action is"
                        + " BLOCKING; a present one is \"not known to be missing\", since deny assignments, conditions,"
                        + " policies and locks do not show.",
                Articles.ROLES);
    }

    @Override
    public Set<FactKey<?>> facts(Situation situation) {
        var facts = new HashSet<FactKey<?>>();
        facts.add(targetKey(situation));
        facts.add(key(situation));
        return facts;
    }

    @Override
    public List<Finding> judge(Situation situation) {
        var scope = situation.targetId().group();
        var fact = situation.facts().get(key(situation));
        if (fact.value().isEmpty()) {
            return List.of(unknown(scope, fact));
        }
        boolean exists = situation.target().isPresent();
        var needed = new ArrayList<String>(2);
        for (var right : RequiredRights.onTarget(situation.targetRequest())) {
            boolean isDue = !exists || right.occasion() != RequiredPermission.Occasion.CREATE;
            if (isDue && !needed.contains(right.action())) {
                needed.add(right.action());
            }
        }
        return List.of(CallerRights.judge(this, scope, fact.value().get(), needed));
    }

    private static FactKey.Permissions key(Situation situation) {
        return new FactKey.Permissions(situation.targetId().group().toString());
    }
}
