package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.VaultId;
import java.util.List;
import java.util.Optional;

/**
 * Vaults on the control plane: Microsoft.KeyVault. No method writes a whole vault that exists, on purpose: it would replace the
 * access policies.
 */
public interface VaultPort {
    /** {@link PortOperation#GET_VAULT}; empty on 404. */
    Answer<Optional<VaultSnapshot>> get(CallContext context, VaultId id);

    /** {@link PortOperation#PROTECT_VAULT}: switches soft delete and purge protection on, nothing else. */
    Answer<VaultSnapshot> protect(CallContext context, VaultId id);

    /** {@link PortOperation#ADD_ACCESS_POLICY}: adds, never replaces; the answer is the merged list. */
    Answer<List<AccessPolicy>> addAccessPolicy(CallContext context, VaultId id, AccessPolicy policy);

    /**
     * {@link PortOperation#REMOVE_ACCESS_POLICY}: takes these permissions out of the principal's entry and leaves others in it; the answer is the
     * list that is left. One that is not there is none to take out.
     */
    Answer<List<AccessPolicy>> removeAccessPolicy(CallContext context, VaultId id, AccessPolicy policy);

    /** {@link PortOperation#GET_DELETED_VAULT}: the deleted vault that holds a name; empty on 404. */
    Answer<Optional<DeletedVault>> getDeleted(CallContext context, String subscription, String location, String name);

    /** {@link PortOperation#LIST_VAULTS_OF_SUBSCRIPTION}: all vaults that the caller may read. */
    Answer<Page<VaultSnapshot>> list(CallContext context, String subscription, Optional<String> page);

    /** {@link PortOperation#CHECK_VAULT_NAME}: whether a vault's name is free, anywhere. */
    Answer<NameCheck> checkName(CallContext context, String subscription, String name);

    /** {@link PortOperation#PUT_VAULT}: makes or recovers; the answer is the id as the service spells it. */
    Answer<VaultId> put(CallContext context, VaultPut put);
}
