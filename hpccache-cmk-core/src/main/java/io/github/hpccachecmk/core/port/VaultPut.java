package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultId;

/** What a PUT of a vault is for; there is none for a vault that exists, on purpose: it would replace the access policies. */
public sealed interface VaultPut {
    /** Which vault. */
    VaultId id();

    /**
     * A new vault, under a name that nobody holds.
     *
     * @param spec what it is to be like
     */
    record Create(VaultSpec spec) implements VaultPut {
        @Override
        public VaultId id() {
            return spec.id();
        }
    }

    /**
     * The deleted vault of this very id comes back as it was.
     *
     * @param id which
     * @param location where it was
     * @param tenant whose identities use it
     */
    record Recover(VaultId id, String location, TenantId tenant) implements VaultPut {}
}
