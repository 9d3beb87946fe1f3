package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CreateRequest;
import java.util.List;
import java.util.Set;

/** A rule about what subscription and region offer to a create; it finds nothing once the resource exists. */
abstract class OfferRule<T> extends StandardRule {
    OfferRule(String id, String summary, String article) {
        super(id, Tier.ADVISORY, summary, article);
    }

    @Override
    public final Set<FactKey<?>> facts(Situation situation) {
        return situation.request() instanceof CreateRequest create
                        && situation.target().isEmpty()
                ? Set.of(targetKey(situation), key(create))
                : Set.of();
    }

    @Override
    public final List<Finding> judge(Situation situation) {
        if (!(situation.request() instanceof CreateRequest create)
                || situation.target().isPresent()) {
            return List.of();
        }
        var fact = situation.facts().get(key(create));
        return List.of(fact.value().map(offer -> judge(create, offer)).orElseGet(() -> unknown(subject(create), fact)));
    }

    /** The one fact that the rule needs. */
    abstract FactKey<T> key(CreateRequest create);

    /** What the rule finds in it. */
    abstract Finding judge(CreateRequest create, T offer);

    /** What the finding is about. */
    Object subject(CreateRequest create) {
        return create.target();
    }
}
