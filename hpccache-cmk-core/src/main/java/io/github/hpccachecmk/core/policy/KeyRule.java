package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.report.Finding;
import java.util.List;
import java.util.Set;

/** A rule about the key version as read; it finds nothing for a key that does not exist, which is one rule's own finding. */
abstract class KeyRule extends StandardRule {
    KeyRule(String id, String summary, String article) {
        super(id, Tier.GATE, summary, article);
    }

    @Override
    public final Set<FactKey<?>> facts(Situation situation) {
        return KeyView.facts(situation);
    }

    @Override
    public final List<Finding> judge(Situation situation) {
        var found = KeyView.of(situation);
        if (found.isEmpty()) {
            return undetermined(situation);
        }
        var view = found.get();
        if (view.judged().isPresent()) {
            return judge(situation, view, view.judged().get());
        }
        return view.fact().value().isEmpty() ? List.of(unknown(view.key(), view.fact())) : missing(view);
    }

    /** What the rule finds in a version of the key. */
    abstract List<Finding> judge(Situation situation, KeyView view, KeySnapshot key);

    /** What the rule finds when there is no such key or version. */
    List<Finding> missing(KeyView view) {
        return List.of();
    }
}
