package io.github.hpccachecmk.request;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.RevokedGrant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Takes the access to a key away that this library gave to an identity, once no cache or file system needs it any more.
 *
 * <p>Required: {@code vault}, {@code keyName}, {@code principal}. What is taken away is provably this library's: a role assignment whose name
 * is derived from key, principal and role. An entry in a vault's access policies carries no author, so it is taken away only with
 * {@code consent}, by which the caller states that this library wrote it, and only when it holds exactly what this library writes. Everything
 * else that gives the principal access is left, and named in the outcome. Nothing is taken away while a cache or file system that was seen in
 * {@code subscriptions} uses the key, or may still have to unwrap with it: 24 hours after its key was changed. Other services that use the
 * key with the same identity cannot be seen. What was taken away can be given again. Bad or missing members are refused by the builder
 * with an {@link InvalidInputException}. Immutable; makes no call.
 */
@Value.Immutable
@ValueStyle
public abstract non-sealed class RevokeGrant implements KeyRequest<RevokedGrant> {
    RevokeGrant() {}

    /**
     * Begins a new request with nothing but the defaults set.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public abstract VaultId vault();

    @Override
    public abstract String keyName();

    /** {@return whose access is taken away} */
    public abstract PrincipalId principal();

    /** {@return the principal whose entry in the access policies this library wrote; has to be the same as {@code principal}} */
    public abstract Optional<PrincipalId> consent();

    /** {@return the subscriptions whose caches and file systems are looked through, by their GUIDs; that of the vault unless set} */
    @Value.Default
    public List<String> subscriptions() {
        return List.of(vault().subscription());
    }

    @Override
    public RequestKind kind() {
        return RequestKind.REVOKE_GRANT;
    }

    @Override
    public Map<String, Object> toMap() {
        return RevokeGrantForm.write(this);
    }

    @Value.Check
    void check() {
        RequestChecks.revocation(this);
    }

    /** Builds {@link RevokeGrant}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableRevokeGrant.Builder {
        Builder() {}

        /**
         * Builds the request.
         *
         * @throws InvalidInputException when a required member is missing or a member is not legal
         */
        @Override
        public RevokeGrant build() {
            return Checks.complete("RevokeGrant", super::build);
        }
    }
}
