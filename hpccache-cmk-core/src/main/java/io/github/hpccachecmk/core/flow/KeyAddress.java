package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.Cloud;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultId;
import java.util.Optional;

/** Where a key is at its vault, by what Resource Manager says of the vault. Pure. */
final class KeyAddress {
    private KeyAddress() {}

    /** Without version. A vault that is not there yet, in a plan, has the address that the public cloud would give it. */
    static KeyUrl of(VaultId id, Optional<VaultSnapshot> vault, String keyName) {
        var host = vault.flatMap(VaultSnapshot::uri)
                .map(uri -> uri.endsWith("/") ? uri : uri + "/")
                .orElse("https://" + id.name() + "." + Cloud.PUBLIC.vaultSuffix() + "/");
        return KeyUrl.parse(host + "keys/" + keyName);
    }
}
