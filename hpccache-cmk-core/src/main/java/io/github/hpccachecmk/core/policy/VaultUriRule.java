package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import java.util.List;

/** The key URL's host is the vault's own address as Azure reports it; a key URL names a known cloud's suffix already. */
final class VaultUriRule extends VaultRule {
    private static final String SCHEME = "https://";

    VaultUriRule() {
        super(
                "vault.uri",
                Tier.GATE,
                "The key URL's host is the vault's own address (vaultUri) as Azure reports it. BLOCKING when it is another.",
                Articles.KEYS);
    }

    @Override
    List<Finding> judge(Situation situation, VaultId id, VaultSnapshot vault) {
        var key = situation.key();
        if (key.isEmpty()) {
            return List.of();
        }
        if (vault.uri().isEmpty()) {
            return List.of(unknown(
                    id,
                    "The answer does not tell the vault's address; it should be "
                            + key.get().vaultUri() + ".",
                    "Plan again."));
        }
        var host = key.get().host();
        if (isHost(vault.uri().get(), host)) {
            return List.of(ok(id, "The key URL's host is the vault's own address."));
        }
        return List.of(blocking(
                id,
                ErrorCode.PREFLIGHT_BLOCKED,
                "The vault's address is " + quoted(vault.uri().get()) + ", the key URL's host is '" + host
                        + "'; they must be the same.",
                "Copy the key identifier from this vault, or name the vault that holds the key."));
    }

    /** Answers differ in case and in the final slash. */
    private static boolean isHost(String uri, String host) {
        int end = SCHEME.length() + host.length();
        return uri.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && uri.regionMatches(true, SCHEME.length(), host, 0, host.length())
                && isEnd(uri.substring(Math.min(end, uri.length())));
    }

    private static boolean isEnd(String rest) {
        return rest.isEmpty() || rest.equals("/") || rest.equals(":443") || rest.equals(":443/");
    }
}
