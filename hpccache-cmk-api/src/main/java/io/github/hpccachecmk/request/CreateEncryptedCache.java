package io.github.hpccachecmk.request;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.NetworkSettings;
import io.github.hpccachecmk.model.TargetId;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Creates an HPC cache under a customer-managed key, gives its identity access to the key, and proves that it works.
 *
 * <p>Required: {@code cache, location, sku, cacheSizeGb, subnet, identity, vault, key}. Bad or missing members are refused by the
 * builder with an {@link InvalidInputException}. Azure HPC Cache is retired, and new caches are refused by the service: the plan
 * says so, and {@link #tryDespiteRetirement()} asks to try anyway. Immutable; makes no call.
 */
@Value.Immutable
@ValueStyle
public abstract non-sealed class CreateEncryptedCache implements CreateRequest {
    CreateEncryptedCache() {}

    /**
     * Begins a new request with nothing but the defaults set.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the cache to create} */
    public abstract CacheId cache();

    /** {@return the size in GB; which sizes an SKU has is a finding of the plan} */
    public abstract int cacheSizeGb();

    /** {@return network settings; left to the service unless set} */
    public abstract Optional<NetworkSettings> network();

    @Override
    @Value.Default
    public boolean autoRotation() {
        return false;
    }

    /** {@return whether to send the create although the service is retired; false unless set} */
    @Value.Default
    public boolean tryDespiteRetirement() {
        return false;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.CREATE_ENCRYPTED_CACHE;
    }

    @Override
    public TargetId target() {
        return cache();
    }

    @Override
    public Map<String, Object> toMap() {
        return CreateEncryptedCacheForm.write(this);
    }

    @Value.Check
    CreateEncryptedCache checked() {
        RequestChecks.create(this);
        RequestChecks.positive("cache size in GB", cacheSizeGb());
        String region = RequestChecks.region(location());
        return region.equals(location())
                ? this
                : builder().from(this).location(region).build();
    }

    /** Builds {@link CreateEncryptedCache}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableCreateEncryptedCache.Builder {
        Builder() {}

        /**
         * Builds the request.
         *
         * @throws InvalidInputException when a required member is missing or a member is not legal
         */
        @Override
        public CreateEncryptedCache build() {
            return Checks.complete("CreateEncryptedCache", super::build);
        }
    }
}
