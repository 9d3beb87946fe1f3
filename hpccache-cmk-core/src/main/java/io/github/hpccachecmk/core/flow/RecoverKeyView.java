package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.policy.Situation;
import io.github.hpccachecmk.core.port.DeletedKey;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.request.RecoverKey;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The view of a request that brings a key back. */
final class RecoverKeyView extends KeyRequestView {
    private final RecoverKey request;

    /** Parameters as of {@link View}; the situation's request recovers a key. */
    RecoverKeyView(Situation situation, Memory memory, RuleCatalogue rules, Stance stance, double jitter) {
        super(situation, memory, rules, stance, jitter);
        this.request = (RecoverKey) situation.request();
    }

    @Override
    RecoverKey request() {
        return request;
    }

    @Override
    Move decide() {
        return RecoverKeyRows.TABLE.decide(this);
    }

    KeyUrl keyUrl() {
        return KeyAddress.of(request.vault(), vault(), request.keyName());
    }

    FactKey.KeyInDeletedState deletedKey() {
        return new FactKey.KeyInDeletedState(keyUrl());
    }

    Optional<DeletedKey> deleted() {
        return facts().value(deletedKey()).flatMap(found -> found);
    }

    Optional<KeySnapshot> alive() {
        return facts().value(aliveKey(request.vault(), request.keyName())).flatMap(found -> found);
    }

    private static FactKey.NewestKey aliveKey(VaultId vault, String name) {
        return new FactKey.NewestKey(vault, name);
    }

    /** What is known once a recovery was sent: neither that the key is there nor that it is deleted. */
    static Facts without(Facts facts, VaultId vault, KeyUrl key) {
        return facts.without(aliveKey(vault, key.keyName())).without(new FactKey.KeyInDeletedState(key));
    }

    @Override
    FactKey<?> subjectKey() {
        return aliveKey(request.vault(), request.keyName());
    }

    /** Where a deleted key is looked for only the vault tells; no token goes to a host that it has not named. */
    @Override
    Set<FactKey<?>> allWitnesses() {
        return vault().isPresent() ? Set.of(vaultKey(), subjectKey(), deletedKey()) : Set.of(vaultKey(), subjectKey());
    }

    @Override
    boolean isThere() {
        return alive().isPresent();
    }

    @Override
    Set<FactKey<?>> planFacts() {
        return allWitnesses();
    }

    @Override
    FlowState assumed(Write write, FlowState state) {
        var recover = (Write.RecoverKey) write;
        var back = new KeySnapshot(
                recover.key().withVersion(Assumptions.VERSION_TO_BE_MADE),
                "",
                OptionalInt.empty(),
                Set.of(),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return state.with(state.facts().with(aliveKey(recover.vault(), request.keyName()), Optional.of(back), now()));
    }
}
