package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.policy.Situation;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.request.SetKeyVersionEnabled;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The view of a request that switches a version of a key on or off. */
final class KeyVersionView extends KeyRequestView {
    private final SetKeyVersionEnabled request;

    /** Parameters as of {@link View}; the situation's request switches a version. */
    KeyVersionView(Situation situation, Memory memory, RuleCatalogue rules, Stance stance, double jitter) {
        super(situation, memory, rules, stance, jitter);
        this.request = (SetKeyVersionEnabled) situation.request();
    }

    @Override
    SetKeyVersionEnabled request() {
        return request;
    }

    @Override
    Move decide() {
        return KeyVersionRows.TABLE.decide(this);
    }

    /** On the control plane, which no firewall hides. */
    static FactKey.KeyVersion versionKey(VaultId vault, KeyUrl version) {
        return new FactKey.KeyVersion(
                vault, version.keyName(), version.version().orElseThrow());
    }

    Optional<KeySnapshot> version() {
        return facts().value(versionKey(request.vault(), request.version())).flatMap(found -> found);
    }

    boolean isAsAsked() {
        return version().filter(found -> found.enabled() == request.enabled()).isPresent();
    }

    /** The looks that a switch-off stands on; switching on harms nobody. */
    Set<FactKey<?>> users() {
        var users = new LinkedHashSet<FactKey<?>>();
        if (!request.enabled() && !isAsAsked()) {
            request.checked().forEach(target -> users.add(new FactKey.Target(target)));
        }
        return users;
    }

    /** Who of those that were checked is on the version, or on the key without telling the version. */
    List<TargetId> stillUsing() {
        return request.checked().stream()
                .filter(target -> facts().value(new FactKey.Target(target))
                        .flatMap(found -> found)
                        .flatMap(TargetSnapshot::encryption)
                        .map(EncryptionSettings::key)
                        .filter(key -> key.equals(request.version())
                                || key.equals(request.version().withoutVersion()))
                        .isPresent())
                .toList();
    }

    @Override
    FactKey<?> subjectKey() {
        return versionKey(request.vault(), request.version());
    }

    @Override
    Set<FactKey<?>> allWitnesses() {
        return Set.of(vaultKey(), subjectKey());
    }

    @Override
    boolean isThere() {
        return version().isPresent();
    }

    @Override
    Set<FactKey<?>> planFacts() {
        return allWitnesses();
    }

    @Override
    FlowState assumed(Write write, FlowState state) {
        var change = (Write.SwitchVersion) write;
        return state.with(state.facts()
                .with(
                        versionKey(change.vault(), change.version()),
                        version().map(found -> found.withEnabled(change.enabled())),
                        now()));
    }
}
