package io.github.hpccachecmk.azure.implementation;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The hosts of the vaults that ARM has shown to this client, under the cloud's own suffix: the only ones that the data
 * plane's token goes to. A key's URL alone is not enough: it can be somebody else's input. Thread-safe.
 */
final class KnownVaults {
    private final String suffix;
    private final Set<String> hosts = ConcurrentHashMap.newKeySet();

    KnownVaults(String vaultSuffix) {
        this.suffix = "." + vaultSuffix;
    }

    /** Notes {@code vaultUri} as ARM reported it; one that is no vault's of this cloud is not noted. */
    void reported(String vaultUri) {
        try {
            var host = URI.create(vaultUri).getHost();
            if (host != null && host.toLowerCase(Locale.ROOT).endsWith(suffix)) {
                hosts.add(host.toLowerCase(Locale.ROOT));
            }
        } catch (IllegalArgumentException malformed) {
            // Not noted means that no token goes there, which is all that can be done about a malformed one.
            return;
        }
    }

    /** Refuses a host that ARM has not reported. */
    void require(String host) {
        if (!hosts.contains(host)) {
            throw new HostRefusedException(
                    "nothing was sent to '" + host
                            + "': Azure Resource Manager has not named it as a vault's address to this client; read the vault first");
        }
    }
}
