package io.github.hpccachecmk.model;

import io.github.hpccachecmk.error.InvalidInputException;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The health of a target, an open set: a value that this library does not know is kept as it is. Equality is without case.
 * Immutable.
 *
 * <p>Source: the StorageCache REST specification, the states of caches and of Managed Lustre file systems.
 */
public final class HealthState extends OpenValue {
    /** The service does not know, or answers in a version that cannot say. */
    public static final HealthState UNKNOWN = known("Unknown");

    /** A cache that works. */
    public static final HealthState HEALTHY = known("Healthy");

    /** Works, not at its full strength; a new cache is so for some minutes. */
    public static final HealthState DEGRADED = known("Degraded");

    /** Does not work. */
    public static final HealthState DOWN = known("Down");

    /** Changes its state. */
    public static final HealthState TRANSITIONING = known("Transitioning");

    /** Is being stopped. */
    public static final HealthState STOPPING = known("Stopping");

    /** Is stopped. */
    public static final HealthState STOPPED = known("Stopped");

    /** Takes new firmware. */
    public static final HealthState UPGRADING = known("Upgrading");

    /** Writes its data back. */
    public static final HealthState FLUSHING = known("Flushing");

    /** A cache whose identity may not use the key yet. */
    public static final HealthState WAITING_FOR_KEY = known("WaitingForKey");

    /** Could not be started. */
    public static final HealthState START_FAILED = known("StartFailed");

    /** Could not take new firmware. */
    public static final HealthState UPGRADE_FAILED = known("UpgradeFailed");

    /** A file system that works. */
    public static final HealthState AVAILABLE = known("Available");

    /** A file system that does not work. */
    public static final HealthState UNAVAILABLE = known("Unavailable");

    /** A file system in its maintenance window. */
    public static final HealthState MAINTENANCE = known("Maintenance");

    /** A file system that grows. */
    public static final HealthState EXPANDING = known("Expanding");

    private static final Map<String, HealthState> KNOWN = index(Stream.of(
            UNKNOWN,
            HEALTHY,
            DEGRADED,
            DOWN,
            TRANSITIONING,
            STOPPING,
            STOPPED,
            UPGRADING,
            FLUSHING,
            WAITING_FOR_KEY,
            START_FAILED,
            UPGRADE_FAILED,
            AVAILABLE,
            UNAVAILABLE,
            MAINTENANCE,
            EXPANDING));

    private HealthState(String value, boolean known) {
        super(value, known);
    }

    private static HealthState known(String value) {
        return new HealthState(value, true);
    }

    /**
     * {@return the value of that spelling, without case}
     *
     * @param value the value as the service spells it
     * @throws InvalidInputException when it is missing, blank or has control characters
     */
    public static HealthState of(@Nullable String value) {
        return of("health state", value, KNOWN, unknown -> new HealthState(unknown, false));
    }
}
