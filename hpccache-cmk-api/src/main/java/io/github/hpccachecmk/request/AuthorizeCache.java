package io.github.hpccachecmk.request;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.report.EncryptedResource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Gives the identity of an HPC cache that was made elsewhere access to its key, and proves that the cache works.
 *
 * <p>Required: {@code cache} and at least one of {@code allowedVaults}. The vault that a cache refers to is its creator's input;
 * nothing is granted on, or switched on in, a vault that this request does not name. Bad or missing members are refused by the
 * builder with an {@link InvalidInputException}. Immutable; makes no call.
 */
@Value.Immutable
@ValueStyle
public abstract non-sealed class AuthorizeCache implements TargetRequest<EncryptedResource> {
    AuthorizeCache() {}

    /**
     * Begins a new request with nothing but the defaults set.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the cache that waits} */
    public abstract CacheId cache();

    /** {@return the vaults that the cache may refer to; at least one} */
    public abstract List<VaultId> allowedVaults();

    /** {@return the name, without case, that the cache's key has to have; any unless set} */
    public abstract Optional<String> keyName();

    /** {@return the key that the cache has to refer to, at that version if the URL has one; any unless set} */
    public abstract Optional<KeyUrl> key();

    /** {@return what to do when the vault is not protected; {@link VaultProtection#requireAlreadyOn()} unless set} */
    @Value.Default
    public VaultProtection vaultProtection() {
        return VaultProtection.requireAlreadyOn();
    }

    @Override
    public RequestKind kind() {
        return RequestKind.AUTHORIZE_CACHE;
    }

    @Override
    public TargetId target() {
        return cache();
    }

    @Override
    public Map<String, Object> toMap() {
        return AuthorizeCacheForm.write(this);
    }

    @Value.Check
    void check() {
        RequestChecks.authorize(this);
    }

    /** Builds {@link AuthorizeCache}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableAuthorizeCache.Builder {
        Builder() {}

        /**
         * Builds the request.
         *
         * @throws InvalidInputException when a required member is missing or a member is not legal
         */
        @Override
        public AuthorizeCache build() {
            return Checks.complete("AuthorizeCache", super::build);
        }
    }
}
