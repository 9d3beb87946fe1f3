package io.github.hpccachecmk.request;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.MaintenanceWindow;
import io.github.hpccachecmk.model.TargetId;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Gives an identity access to the key, creates a Managed Lustre file system under that customer-managed key, and proves that it
 * works.
 *
 * <p>Required: {@code fileSystem, location, sku, storageCapacityTib, subnet, maintenanceWindow, identity, vault, key}; the identity
 * is user-assigned, because these file systems have no other. Bad or missing members are refused by the builder with an
 * {@link InvalidInputException}. Immutable; makes no call.
 */
@Value.Immutable
@ValueStyle
public abstract non-sealed class CreateEncryptedFileSystem implements CreateRequest {
    CreateEncryptedFileSystem() {}

    /**
     * Begins a new request with nothing but the defaults set.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the file system to create} */
    public abstract FileSystemId fileSystem();

    /** {@return the capacity in TiB; the service may round it up, and which ones an SKU has is a finding of the plan} */
    public abstract double storageCapacityTib();

    /** {@return when the weekly maintenance window begins; the service asks for it} */
    public abstract MaintenanceWindow maintenanceWindow();

    /** Always false: the service has no such setting for file systems. */
    @Override
    public boolean autoRotation() {
        return false;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.CREATE_ENCRYPTED_FILE_SYSTEM;
    }

    @Override
    public TargetId target() {
        return fileSystem();
    }

    @Override
    public Map<String, Object> toMap() {
        return CreateEncryptedFileSystemForm.write(this);
    }

    @Value.Check
    CreateEncryptedFileSystem checked() {
        RequestChecks.create(this);
        RequestChecks.positive("storage capacity in TiB", storageCapacityTib());
        String region = RequestChecks.region(location());
        return region.equals(location())
                ? this
                : builder().from(this).location(region).build();
    }

    /** Builds {@link CreateEncryptedFileSystem}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableCreateEncryptedFileSystem.Builder {
        Builder() {}

        /**
         * Builds the request.
         *
         * @throws InvalidInputException when a required member is missing or a member is not legal
         */
        @Override
        public CreateEncryptedFileSystem build() {
            return Checks.complete("CreateEncryptedFileSystem", super::build);
        }
    }
}
