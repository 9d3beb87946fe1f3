package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.EncryptionRequest;
import io.github.hpccachecmk.request.KeyRequest;
import io.github.hpccachecmk.request.PrepareVault;
import io.github.hpccachecmk.request.TargetRequest;
import io.github.hpccachecmk.request.VaultRequest;
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
    /**
     * The request, as one about a cache or file system. For rules that concern such requests, which are those of
     * {@link Rule#concerns}.
     *
     * @throws IllegalStateException when the request is about something else
     */
    public TargetRequest<?> targetRequest() {
        if (request instanceof TargetRequest<?> about) {
            return about;
        }
        throw new IllegalStateException(request.kind() + " is about no cache or file system");
    }

    /** The id of the cache or file system; as of {@link #targetRequest}. */
    public TargetId targetId() {
        return targetRequest().target();
    }

    /** The resource as last seen; empty when unread, unreadable, not there, or when the request is about none. */
    public Optional<TargetSnapshot> target() {
        return request instanceof TargetRequest<?> about
                ? facts.value(new FactKey.Target(about.target())).flatMap(found -> found)
                : Optional.empty();
    }

    /**
     * The vault that holds the key. A request for a key names it. A cache that waits names only a key URL, which is somebody else's
     * input: it counts only when its host is one of the vaults that the request allows.
     */
    public Optional<VaultId> vault() {
        if (request instanceof EncryptionRequest encryption) {
            return Optional.of(encryption.vault());
        }
        if (request instanceof AuthorizeCache authorize) {
            return key().flatMap(key ->
                    authorize.allowedVaults().stream().filter(key::isIn).findFirst());
        }
        if (request instanceof KeyRequest<?> about) {
            return Optional.of(about.vault());
        }
        return request instanceof VaultRequest<?> about ? Optional.of(about.vault()) : Optional.empty();
    }

    /** The key: as the request names it, as the waiting cache reports it, or the newest of a vault that is prepared. */
    public Optional<KeyUrl> key() {
        if (request instanceof EncryptionRequest encryption) {
            return Optional.of(encryption.key());
        }
        if (request instanceof PrepareVault prepare) {
            return facts.value(new FactKey.NewestKey(prepare.vault(), prepare.keyName()))
                    .flatMap(newest -> newest)
                    .map(KeySnapshot::key);
        }
        return target().flatMap(TargetSnapshot::encryption).map(EncryptionSettings::key);
    }

    /** The key material that a request to prepare a vault brings along. */
    public Optional<KeyImport> keyImport() {
        return request instanceof PrepareVault prepare ? prepare.keyImport() : Optional.empty();
    }
}
