package io.github.hpccachecmk.model;

import io.github.hpccachecmk.error.InvalidInputException;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where the provisioning of a target stands, an open set: a value that this library does not know is kept as it is. Equality is
 * without case. Immutable.
 *
 * <p>Source: the StorageCache REST specification. {@code Succeeded} alone does not mean that a resource works: see
 * {@link HealthState}.
 */
public final class ProvisioningState extends OpenValue {
    /** The last operation ended well. */
    public static final ProvisioningState SUCCEEDED = known("Succeeded");

    /** The last operation failed. */
    public static final ProvisioningState FAILED = known("Failed");

    /** The last operation was cancelled. */
    public static final ProvisioningState CANCELED = known("Canceled");

    /** Is being created. */
    public static final ProvisioningState CREATING = known("Creating");

    /** Is being deleted. */
    public static final ProvisioningState DELETING = known("Deleting");

    /** Is being changed. */
    public static final ProvisioningState UPDATING = known("Updating");

    private static final Map<String, ProvisioningState> KNOWN =
            index(Stream.of(SUCCEEDED, FAILED, CANCELED, CREATING, DELETING, UPDATING));

    private ProvisioningState(String value, boolean known) {
        super(value, known);
    }

    private static ProvisioningState known(String value) {
        return new ProvisioningState(value, true);
    }

    /**
     * {@return the value of that spelling, without case} The older spelling {@code Cancelled} is {@link #CANCELED}.
     *
     * @param value the value as the service spells it
     * @throws InvalidInputException when it is missing, blank or has control characters
     */
    public static ProvisioningState of(@Nullable String value) {
        if ("Cancelled".equalsIgnoreCase(value)) {
            return CANCELED;
        }
        return of("provisioning state", value, KNOWN, unknown -> new ProvisioningState(unknown, false));
    }
}
