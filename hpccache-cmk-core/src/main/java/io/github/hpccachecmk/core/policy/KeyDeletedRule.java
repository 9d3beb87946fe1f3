package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** When the key is missing: whether it is in deleted state, which the control plane does not show. */
final class KeyDeletedRule extends StandardRule {
    KeyDeletedRule() {
        super(
                "key.deleted-state",
                Tier.ADVISORY,
                "Looked at only when the key does not exist: BLOCKING when a deleted key holds the name.",
                Articles.VAULT_RECOVERY);
    }

    @Override
    public Set<FactKey<?>> facts(Situation situation) {
        var facts = new HashSet<>(KeyView.facts(situation));
        KeyView.of(situation)
                .filter(KeyView::isKeyMissing)
                .ifPresent(view -> facts.add(new FactKey.KeyInDeletedState(view.key())));
        return facts;
    }

    @Override
    public List<Finding> judge(Situation situation) {
        var view = KeyView.of(situation);
        if (view.isEmpty() || !view.get().isKeyMissing()) {
            return List.of();
        }
        var key = view.get().key();
        var fact = situation.facts().get(new FactKey.KeyInDeletedState(key));
        if (fact.value().isEmpty()) {
            return List.of(unknown(key, fact));
        }
        return List.of(fact.value()
                .get()
                .map(deleted -> blocking(
                        key,
                        ErrorCode.NAME_TAKEN,
                        "The key is in deleted state and keeps its name"
                                + deleted.scheduledPurge()
                                        .map(at -> " until " + at)
                                        .orElse("") + ".",
                        "Recover the key; a new key of this name is refused until then."))
                .orElseGet(() -> ok(key, "No deleted key holds the name.")));
    }
}
