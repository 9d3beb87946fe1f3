package io.github.hpccachecmk.azure.implementation;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Asks for tokens of one scope only. A vault's challenge names the scope of the token it wants, and the Key Vault client
 * accepts every scope whose host is a suffix of the vault's; here it has to be the cloud's vault service.
 */
final class VaultCredential implements TokenCredential {
    private final TokenCredential credential;
    private final List<String> scopes;

    /**
     * A credential for one cloud's vaults.
     *
     * @param credential the caller's
     * @param vaultSuffix for example {@code vault.azure.net}
     */
    VaultCredential(TokenCredential credential, String vaultSuffix) {
        this.credential = credential;
        this.scopes = List.of("https://" + vaultSuffix + "/.default");
    }

    @Override
    public Mono<AccessToken> getToken(TokenRequestContext request) {
        return Mono.defer(() -> {
            check(request);
            return credential.getToken(request);
        });
    }

    @Override
    public AccessToken getTokenSync(TokenRequestContext request) {
        check(request);
        return credential.getTokenSync(request);
    }

    private void check(TokenRequestContext request) {
        if (!scopes.equals(request.getScopes())) {
            throw new HostRefusedException("a vault's challenge asked for a token of " + request.getScopes()
                    + "; tokens are got for " + scopes + " only");
        }
    }
}
