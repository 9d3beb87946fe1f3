package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.model.VaultId;

/** The facts that a write of a whole vault makes doubtful. Pure. */
final class VaultFacts {
    private VaultFacts() {}

    static Facts without(Facts facts, VaultId vault) {
        var rest = facts;
        for (var key : facts.keys()) {
            boolean touched = key.equals(new FactKey.Vault(vault))
                    || (key instanceof FactKey.VaultInDeletedState deleted
                            && deleted.id().equals(vault))
                    || (key instanceof FactKey.VaultName name && name.name().equalsIgnoreCase(vault.name()))
                    || (key instanceof FactKey.NewestKey newest
                            && newest.vault().equals(vault));
            rest = touched ? rest.without(key) : rest;
        }
        return rest;
    }
}
