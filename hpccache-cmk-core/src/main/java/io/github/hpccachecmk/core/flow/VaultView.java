package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.policy.Rule;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.policy.Situation;
import io.github.hpccachecmk.core.port.DeletedVault;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.NameCheck;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.PrepareVault;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The view of a request that prepares a vault. */
final class VaultView extends View {
    private final PrepareVault request;

    /** Parameters as of {@link View}; the situation's request is about a vault. */
    VaultView(Situation situation, Memory memory, RuleCatalogue rules, Stance stance, double jitter) {
        super(situation, memory, rules, stance, jitter);
        this.request = (PrepareVault) situation.request();
    }

    @Override
    PrepareVault request() {
        return request;
    }

    VaultId id() {
        return request.vault();
    }

    @Override
    Move decide() {
        return VaultTables.PREPARE.decide(this);
    }

    // The vault ----------------------------------------------------------------------------------------------------

    FactKey.Vault vaultKey() {
        return new FactKey.Vault(id());
    }

    FactKey.VaultInDeletedState deletedKey() {
        return new FactKey.VaultInDeletedState(id(), request.location());
    }

    FactKey.VaultName nameKey() {
        return new FactKey.VaultName(id().subscription(), id().name());
    }

    /** Read, and not there. */
    boolean isAbsent() {
        return facts().value(vaultKey()).filter(Optional::isEmpty).isPresent();
    }

    /** The deleted vault that holds the name, where that was asked. */
    Optional<DeletedVault> deleted() {
        return facts().value(deletedKey()).flatMap(found -> found);
    }

    boolean isNameFree() {
        return facts().value(nameKey()).filter(NameCheck::available).isPresent();
    }

    /** Made by this library for a request about this very vault: what a create of ours leaves in the vault itself. */
    boolean isOurs() {
        return vault().filter(found -> VaultMark.of(id()).equals(found.tags().get(VaultMark.TAG)))
                .isPresent();
    }

    /** The facts that only tell something while the vault is not there. */
    Set<FactKey<?>> absenceFacts() {
        return Set.of(deletedKey(), nameKey());
    }

    // The key ------------------------------------------------------------------------------------------------------

    FactKey.NewestKey newestKey() {
        return new FactKey.NewestKey(id(), request.keyName());
    }

    Optional<KeySnapshot> newest() {
        return facts().value(newestKey()).flatMap(found -> found);
    }

    /** Where the key is or will be, without version. A plan supposes the address of a vault that is not there yet. */
    KeyUrl keyUrl() {
        return newest().map(KeySnapshot::key)
                .map(KeyUrl::withoutVersion)
                .orElseGet(() -> KeyAddress.of(id(), vault(), request.keyName()));
    }

    /** What only the data plane tells of a key that is to be an imported one; nothing while there is no key. */
    Set<FactKey<?>> importFacts() {
        if (request.keyImport().isEmpty() || newest().isEmpty()) {
            return Set.of();
        }
        return request.keyRotation().isEmpty() ? Set.of(taggedKey()) : Set.of(taggedKey(), rotationKey());
    }

    FactKey.DataPlaneKey taggedKey() {
        return new FactKey.DataPlaneKey(keyUrl());
    }

    FactKey.Rotation rotationKey() {
        return new FactKey.Rotation(keyUrl());
    }

    /** Whether the key that is there came from another hand, or from other material. */
    boolean isOtherKey() {
        return request.keyImport().isPresent()
                && facts().value(taggedKey())
                        .flatMap(found -> found)
                        .filter(found -> mark().equals(found.tags().get(VaultMark.IMPORT_TAG)))
                        .isEmpty();
    }

    /** The value of the tag that tells what the key was made from. */
    String mark() {
        return VaultMark.ofImport(id(), request.keyName(), request.keyImport().orElseThrow());
    }

    /** Whether an imported key has another rotation policy than asked for; one that the vault made has its own from the start. */
    boolean needsRotationPolicy() {
        return request.keyImport().isPresent()
                && request.keyRotation()
                        .filter(wanted -> facts().value(rotationKey())
                                .flatMap(found -> found)
                                .filter(found -> found.rotates(Optional.of(wanted)))
                                .isEmpty())
                        .isPresent();
    }

    /** What a rule advises on, unless an approved plan has been through it. */
    Set<FactKey<?>> adviceFacts() {
        return stance().advisoryCleared() ? Set.of() : rules().facts(situation(), EnumSet.of(Rule.Tier.ADVISORY));
    }

    List<Finding> blockers() {
        return blockers(stance().advisoryCleared() ? EnumSet.of(Rule.Tier.GATE) : EnumSet.allOf(Rule.Tier.class));
    }

    /** All that has to be known of a vault that is there. */
    Set<FactKey<?>> groundFacts() {
        var keys = new LinkedHashSet<FactKey<?>>(gateFacts());
        keys.add(newestKey());
        return keys;
    }

    // What every view tells ----------------------------------------------------------------------------------------

    @Override
    FactKey<?> subjectKey() {
        return vaultKey();
    }

    @Override
    Set<FactKey<?>> allWitnesses() {
        return Set.of(vaultKey(), deletedKey(), nameKey());
    }

    @Override
    boolean isThere() {
        return vault().isPresent();
    }

    @Override
    Set<FactKey<?>> planFacts() {
        var keys = new LinkedHashSet<FactKey<?>>(groundFacts());
        keys.add(vaultKey());
        return keys;
    }

    @Override
    FlowState awaited(FlowState state) {
        return VaultAssumptions.ready(state, this);
    }

    @Override
    FlowState assumed(Write write, FlowState state) {
        return VaultAssumptions.effect(write, state, this);
    }
}
