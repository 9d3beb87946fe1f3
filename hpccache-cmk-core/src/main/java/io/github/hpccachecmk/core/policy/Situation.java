package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.CreateRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * What a rule or a decision looks at: the request, what is known, and the time.
 *
 * @param request what is wanted
 * @param facts what is known
 * @param now the service's time as of the newest answer
 */
public record Situation(CmkRequest<?> request, Facts facts, Instant now) {
    /** The resource as last seen; empty when unread, unreadable or not there. */
    public Optional<TargetSnapshot> target() {
        return facts.value(new FactKey.Target(request.target())).flatMap(found -> found);
    }

    /**
     * The vault that holds the key. A create names it. A cache that waits names only a key URL, which is somebody else's
     * input: it counts only when its host is one of the vaults that the request allows.
     */
    public Optional<VaultId> vault() {
        if (request instanceof CreateRequest create) {
            return Optional.of(create.vault());
        }
        if (request instanceof AuthorizeCache authorize) {
            return key().flatMap(key ->
                    authorize.allowedVaults().stream().filter(key::isIn).findFirst());
        }
        return Optional.empty();
    }

    /** The key: as the create names it, or as the waiting cache reports it. */
    public Optional<KeyUrl> key() {
        if (request instanceof CreateRequest create) {
            return Optional.of(create.key());
        }
        return target().flatMap(TargetSnapshot::encryption).map(EncryptionSettings::key);
    }
}
