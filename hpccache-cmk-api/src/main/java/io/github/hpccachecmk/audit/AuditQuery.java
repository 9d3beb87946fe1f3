package io.github.hpccachecmk.audit;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.VaultId;
import java.util.List;
import org.immutables.value.Value;

/**
 * What an audit looks at, and what it may propose.
 *
 * <p>Required: {@code scope}. By default no vault is allowed and automatic rotation is not asked for. Bad or missing members are
 * refused by the builder with an {@link InvalidInputException}. Immutable; makes no call.
 */
@Value.Immutable
@ValueStyle
public abstract class AuditQuery {
    AuditQuery() {}

    /**
     * Begins a new query with nothing but the defaults set.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A query with the defaults.
     *
     * @param scope where to look
     * @return the query
     */
    public static AuditQuery of(AuditScope scope) {
        return builder().scope(scope).build();
    }

    /** {@return where to look} */
    public abstract AuditScope scope();

    /**
     * The vaults that the audit may propose requests for. Which key a resource names is the input of whoever made it; a caller with many
     * rights who runs every request that an audit hands out must not be led to give access in, or to harden, a vault of somebody else's
     * choosing. So a problem of a resource has its request only when the key is in one of these; the finding says so otherwise.
     *
     * @return none by default
     */
    public abstract List<VaultId> allowedVaults();

    /**
     * Whether a cache that does not follow new versions of its key by itself is a problem.
     *
     * @return false by default
     */
    @Value.Default
    public boolean autoRotationWanted() {
        return false;
    }

    /** Builds {@link AuditQuery}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableAuditQuery.Builder {
        Builder() {}

        /**
         * Builds the query.
         *
         * @throws InvalidInputException when the scope is missing
         */
        @Override
        public AuditQuery build() {
            return Checks.complete("AuditQuery", super::build);
        }
    }
}
