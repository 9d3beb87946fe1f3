package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.policy.Situation;
import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.request.SetRotationPolicy;
import java.util.Optional;
import java.util.Set;

/** The view of a request that sets a key's rotation policy. */
final class RotationPolicyView extends KeyRequestView {
    private final SetRotationPolicy request;

    /** Parameters as of {@link View}; the situation's request sets a rotation policy. */
    RotationPolicyView(Situation situation, Memory memory, RuleCatalogue rules, Stance stance, double jitter) {
        super(situation, memory, rules, stance, jitter);
        this.request = (SetRotationPolicy) situation.request();
    }

    @Override
    SetRotationPolicy request() {
        return request;
    }

    @Override
    Move decide() {
        return RotationPolicyRows.TABLE.decide(this);
    }

    KeyUrl keyUrl() {
        return KeyAddress.of(request.vault(), vault(), request.keyName());
    }

    FactKey.Rotation policyKey() {
        return new FactKey.Rotation(keyUrl());
    }

    Optional<RotationSnapshot> policy() {
        return facts().value(policyKey()).flatMap(found -> found);
    }

    boolean isAsAsked() {
        return policy().filter(found -> found.rotates(request.rotation())).isPresent();
    }

    @Override
    FactKey<?> subjectKey() {
        return policyKey();
    }

    /** Where the key is only the vault tells; no token goes to a host that it has not named. */
    @Override
    Set<FactKey<?>> allWitnesses() {
        return vault().isPresent() ? Set.of(vaultKey(), policyKey()) : Set.of(vaultKey());
    }

    @Override
    boolean isThere() {
        return policy().isPresent();
    }

    @Override
    Set<FactKey<?>> planFacts() {
        return Set.of(vaultKey(), policyKey());
    }

    @Override
    FlowState assumed(Write write, FlowState state) {
        var set = (Write.SetRotation) write;
        return state.with(state.facts().with(new FactKey.Rotation(set.key()), Optional.of(set.policy()), now()));
    }
}
