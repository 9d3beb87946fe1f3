package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CreateRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A rule about each user-assigned identity as read; a missing one is one rule's own finding. */
abstract class IdentityRule extends StandardRule {
    IdentityRule(String id, String summary, String article) {
        super(id, Tier.GATE, summary, article);
    }

    @Override
    public Set<FactKey<?>> facts(Situation situation) {
        var facts = new HashSet<FactKey<?>>(leadingFacts(situation));
        identities(situation).forEach(id -> facts.add(new FactKey.Identity(id)));
        return facts;
    }

    @Override
    public List<Finding> judge(Situation situation) {
        var identities = identities(situation);
        if (identities.isEmpty()) {
            return List.of();
        }
        var findings = new ArrayList<Finding>(identities.size());
        for (var id : identities) {
            var fact = situation.facts().get(new FactKey.Identity(id));
            if (fact.value().isEmpty()) {
                findings.add(unknown(id, fact));
            } else {
                findings.addAll(fact.value()
                        .get()
                        .map(found -> judge(situation, id, found))
                        .orElseGet(() -> missing(id)));
            }
        }
        return findings;
    }

    /** What the rule finds in an identity. */
    abstract List<Finding> judge(Situation situation, UserAssignedIdentityId id, IdentitySnapshot identity);

    /** What the rule finds when there is no such identity. */
    List<Finding> missing(UserAssignedIdentityId id) {
        return List.of();
    }

    static List<UserAssignedIdentityId> identities(Situation situation) {
        return situation.request() instanceof CreateRequest create
                ? create.identity().userAssigned()
                : situation.target().map(TargetSnapshot::userAssigned).orElse(List.of());
    }
}
