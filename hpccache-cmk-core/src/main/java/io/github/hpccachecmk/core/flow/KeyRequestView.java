package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.policy.Situation;
import io.github.hpccachecmk.request.KeyRequest;

/** The view of a request about a key by itself. */
abstract sealed class KeyRequestView extends View
        permits RotationPolicyView, KeyVersionView, RecoverKeyView, RevokeGrantView {
    /** Parameters as of {@link View}. */
    KeyRequestView(Situation situation, Memory memory, RuleCatalogue rules, Stance stance, double jitter) {
        super(situation, memory, rules, stance, jitter);
    }

    @Override
    abstract KeyRequest<?> request();

    final FactKey.Vault vaultKey() {
        return new FactKey.Vault(request().vault());
    }

    @Override
    FlowState awaited(FlowState state) {
        return state;
    }
}
