package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.port.ManagementLock;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** No lock refuses the writes on the vault. A lock against deletion refuses none of them and guards the key. */
final class VaultLockRule extends VaultRule {
    VaultLockRule() {
        super(
                "vault.lock",
                Tier.ADVISORY,
                "No read-only lock holds on the vault. With one: BLOCKING when protection or a grant has to be written,"
                        + " WARNING when that is not known, OK when nothing has to be written.",
                Articles.LOCKS);
    }

    @Override
    public Set<FactKey<?>> facts(Situation situation) {
        var facts = new HashSet<>(super.facts(situation));
        situation.vault().ifPresent(vault -> {
            facts.add(key(vault));
            facts.addAll(GrantNeed.facts(situation, vault));
        });
        return facts;
    }

    @Override
    List<Finding> judge(Situation situation, VaultId id, VaultSnapshot vault) {
        var fact = situation.facts().get(key(id));
        if (fact.value().isEmpty()) {
            return List.of(unknown(id, fact));
        }
        var locks = fact.value().get();
        for (int i = 0; i < locks.size(); i++) {
            if (locks.get(i).level().equalsIgnoreCase("ReadOnly")) {
                return List.of(readOnly(situation, id, vault, locks.get(i)));
            }
        }
        return List.of(ok(id, "No read-only lock holds on the vault."));
    }

    private Finding readOnly(Situation situation, VaultId id, VaultSnapshot vault, ManagementLock lock) {
        var text = "A read-only lock, " + quoted(lock.id()) + ", holds on the vault";
        var remedy = "Remove the lock for the change, or have access and protection set up beforehand.";
        var need = Protection.isComplete(vault) ? GrantNeed.of(situation, id, vault) : GrantNeed.YES;
        return switch (need) {
            case YES ->
                blocking(
                        id,
                        ErrorCode.SCOPE_LOCKED,
                        text + "; the writes that are needed on it would be refused.",
                        remedy);
            case UNKNOWN -> warning(id, text + "; should access have to be given, that would be refused.", remedy);
            case NO -> ok(id, text + "; nothing has to be written on it.");
        };
    }

    private static FactKey.Locks key(VaultId vault) {
        return new FactKey.Locks(vault.toString());
    }
}
