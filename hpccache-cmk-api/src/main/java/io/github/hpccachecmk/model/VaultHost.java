package io.github.hpccachecmk.model;

import io.github.hpccachecmk.implementation.Checks;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The host of a key vault: one label under a cloud's vault suffix. */
record VaultHost(String vaultName, Cloud cloud) {
    static final String FORM = Arrays.stream(Cloud.values())
            .map(cloud -> "{vault}." + cloud.vaultSuffix())
            .collect(Collectors.joining(" or "));

    /** Parses a host in lower case; {@code url} is what the user gave, for the message. */
    static VaultHost parse(String host, String url) {
        for (Cloud cloud : Cloud.values()) {
            if (isUnder(host, cloud.managedHsmSuffix())) {
                throw Checks.refused(
                        "key URL (of a Managed HSM, not supported by HPC Cache or Managed Lustre)",
                        url,
                        "a key of a key vault, with host " + FORM);
            }
            if (isUnder(host, cloud.vaultSuffix())) {
                String label = host.substring(
                        0, Math.max(0, host.length() - cloud.vaultSuffix().length() - 1));
                if (!VaultId.NAME.matcher(label).matches()) {
                    throw Checks.refused(
                            "key URL (with a bad vault name)", url, "a vault name of " + VaultId.NAME_FORM);
                }
                return new VaultHost(label, cloud);
            }
        }
        throw Checks.refused("key URL (whose host is no key vault of a known cloud)", url, "a host " + FORM);
    }

    private static boolean isUnder(String host, String suffix) {
        return host.equals(suffix) || host.endsWith("." + suffix);
    }

    @Override
    public String toString() {
        return vaultName + "." + cloud.vaultSuffix();
    }
}
