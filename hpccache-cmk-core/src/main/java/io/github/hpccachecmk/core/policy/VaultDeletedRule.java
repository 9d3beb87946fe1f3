package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.DeletedVault;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CreateRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When the vault is missing: whether a deleted vault of this subscription holds its name. */
final class VaultDeletedRule extends StandardRule {
    VaultDeletedRule() {
        super(
                "vault.deleted-state",
                Tier.ADVISORY,
                "Looked at only when the vault does not exist: BLOCKING when a deleted vault of the subscription and region"
                        + " holds the name.",
                Articles.VAULT_RECOVERY);
    }

    @Override
    public Set<FactKey<?>> facts(Situation situation) {
        var vault = situation.vault();
        if (vault.isEmpty()) {
            return leadingFacts(situation);
        }
        var vaultKey = new FactKey.Vault(vault.get());
        return key(situation).<Set<FactKey<?>>>map(key -> Set.of(vaultKey, key)).orElseGet(() -> Set.of(vaultKey));
    }

    @Override
    public List<Finding> judge(Situation situation) {
        var key = key(situation);
        if (key.isEmpty()) {
            return List.of();
        }
        var id = key.get().id();
        var fact = situation.facts().get(key.get());
        if (fact.value().isEmpty()) {
            return List.of(unknown(id, fact));
        }
        var deleted = fact.value().get();
        return List.of(
                deleted.isEmpty()
                        ? ok(id, "No deleted vault of this subscription and region holds the name.")
                        : held(id, deleted.get()));
    }

    private Finding held(VaultId id, DeletedVault deleted) {
        var until = deleted.scheduledPurge().map(at -> " until " + at).orElse("");
        return deleted.id().equals(id)
                ? blocking(
                        id,
                        ErrorCode.NAME_TAKEN,
                        "The vault is in deleted state and keeps its name" + until + ".",
                        "Recover the vault; role assignments on it are not recovered and have to be made again.")
                : blocking(
                        id,
                        ErrorCode.NAME_TAKEN,
                        "The name is held" + until + " by a deleted vault, " + deleted.id() + ".",
                        "Choose another name, or recover that vault if it is the one you mean.");
    }

    /** What to ask, once the vault is known to be missing; a waiting cache's own region is not asked for here. */
    private static Optional<FactKey.VaultInDeletedState> key(Situation situation) {
        if (!(situation.request() instanceof CreateRequest create)) {
            return Optional.empty();
        }
        var vault = situation.facts().value(new FactKey.Vault(create.vault()));
        return vault.isPresent() && vault.get().isEmpty()
                ? Optional.of(new FactKey.VaultInDeletedState(create.vault(), create.location()))
                : Optional.empty();
    }
}
