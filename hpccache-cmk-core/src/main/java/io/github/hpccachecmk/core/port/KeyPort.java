package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.VaultId;
import java.util.Optional;

/** Keys on the control plane, which needs no data-plane right and which a vault's firewall does not block. */
public interface KeyPort {
    /** {@link PortOperation#GET_KEY}: the key with its newest version; empty on 404. */
    Answer<Optional<KeySnapshot>> get(CallContext context, VaultId vault, String keyName);

    /** {@link PortOperation#GET_KEY_VERSION}; empty on 404. */
    Answer<Optional<KeySnapshot>> getVersion(CallContext context, VaultId vault, String keyName, String version);

    /** {@link PortOperation#LIST_KEYS}: the names of a vault's keys; a listing tells neither type nor size. */
    Answer<Page<String>> list(CallContext context, VaultId vault, Optional<String> page);

    /** {@link PortOperation#LIST_KEY_VERSIONS}. */
    Answer<Page<KeyVersionSnapshot>> versions(
            CallContext context, VaultId vault, String keyName, Optional<String> page);

    /** {@link PortOperation#PUT_KEY}: makes the key unless it exists; the answer is the key as it is, whoever made it. */
    Answer<KeySnapshot> create(CallContext context, KeySpec spec);
}
