package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.EncryptionRequest;
import java.util.Optional;

/** What a request consents to. */
final class Consents {
    private Consents() {}

    /** The id of the vault that may be protected. */
    static Optional<String> of(CmkRequest<EncryptedResource> request) {
        return protection(request)
                .flatMap(VaultProtection::consent)
                .map(consent -> consent.vault().toString());
    }

    private static Optional<VaultProtection> protection(CmkRequest<EncryptedResource> request) {
        if (request instanceof EncryptionRequest encryption) {
            return Optional.of(encryption.vaultProtection());
        }
        return request instanceof AuthorizeCache authorize
                ? Optional.of(authorize.vaultProtection())
                : Optional.empty();
    }
}
