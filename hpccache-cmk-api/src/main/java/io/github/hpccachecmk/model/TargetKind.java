package io.github.hpccachecmk.model;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The table of target kinds: all that differs between them, as data. New kinds may appear. Immutable.
 *
 * <p>Sources: the StorageCache REST specification (identity kinds, names, states, rotation flag); Microsoft's articles "Use
 * customer-managed encryption keys for Azure HPC Cache" (waiting, 90 minutes, no repair) and "Use customer-managed encryption keys
 * with Azure Managed Lustre"; Microsoft's announcement of the retirement of Azure HPC Cache.
 */
// All members are immutable values; to say so in Error Prone's way would take a dependency.
@SuppressWarnings("ImmutableEnumChecker")
public enum TargetKind {
    /** Azure HPC Cache, {@code Microsoft.StorageCache/caches}. */
    HPC_CACHE(
            "HPC cache",
            "Microsoft.StorageCache/caches",
            "1 to 80 letters, digits, hyphens and underscores",
            Pattern.compile("[-0-9a-zA-Z_]{1,80}"),
            Set.of(IdentityKind.values()),
            HealthState.HEALTHY,
            new Traits(true, true, false, KeyChange.PATCH_ELSE_MERGED_PUT),
            "Azure Policy 970f84d8-71b6-4091-9979-ace7e3fb6dbb",
            LocalDate.of(2025, 9, 30),
            Duration.ofMinutes(90)),
    /** Azure Managed Lustre, {@code Microsoft.StorageCache/amlFilesystems}. */
    MANAGED_LUSTRE(
            "Managed Lustre file system",
            "Microsoft.StorageCache/amlFilesystems",
            "2 to 80 letters, digits, hyphens and underscores, beginning and ending with a letter or digit",
            Pattern.compile("[0-9a-zA-Z][-0-9a-zA-Z_]{0,78}[0-9a-zA-Z]"),
            Set.of(IdentityKind.USER_ASSIGNED),
            HealthState.AVAILABLE,
            new Traits(false, false, true, KeyChange.PATCH),
            "CIS Storage Services 2.0.0, 4.1",
            null,
            null);

    /** The yes-or-no columns and the way a key is changed. */
    private record Traits(
            boolean waitsForKey, boolean hasRotationFlag, boolean mayResendFailedCreate, KeyChange keyChange) {}

    private final String displayName;
    private final String resourceType;
    private final String nameForm;
    private final Pattern namePattern;
    private final Set<IdentityKind> identityKinds;
    private final HealthState healthyState;
    private final Traits traits;
    private final String complianceControl;
    private final @Nullable LocalDate retiresOn;
    private final @Nullable Duration authorizationDeadline;

    TargetKind(
            String displayName,
            String resourceType,
            String nameForm,
            Pattern namePattern,
            Set<IdentityKind> identityKinds,
            HealthState healthyState,
            Traits traits,
            String complianceControl,
            @Nullable LocalDate retiresOn,
            @Nullable Duration authorizationDeadline) {
        this.displayName = displayName;
        this.resourceType = resourceType;
        this.nameForm = nameForm;
        this.namePattern = namePattern;
        this.identityKinds = identityKinds;
        this.healthyState = healthyState;
        this.traits = traits;
        this.complianceControl = complianceControl;
        this.retiresOn = retiresOn;
        this.authorizationDeadline = authorizationDeadline;
    }

    /** {@return the name for people, in the singular} */
    public String displayName() {
        return displayName;
    }

    /** {@return the full resource type} */
    public String resourceType() {
        return resourceType;
    }

    /** {@return the legal form of a name, for people} */
    public String nameForm() {
        return nameForm;
    }

    /** {@return the kinds of identity that a resource with a customer-managed key can have} */
    public Set<IdentityKind> identityKinds() {
        return identityKinds;
    }

    /** {@return whether a new resource waits, in a health state of its own, until its identity may use the key} */
    public boolean waitsForKey() {
        return traits.waitsForKey();
    }

    /** {@return whether the service can follow new key versions by itself} */
    public boolean hasRotationFlag() {
        return traits.hasRotationFlag();
    }

    /** {@return how the key of an existing resource is changed} */
    public KeyChange keyChange() {
        return traits.keyChange();
    }

    /** {@return the health state of a resource that works} */
    public HealthState healthyState() {
        return healthyState;
    }

    /**
     * {@return whether the identical create may be sent again to a resource that failed for a missing grant} That the service heals it then
     * is inferred, not documented.
     */
    public boolean mayResendFailedCreate() {
        return traits.mayResendFailedCreate();
    }

    /** {@return the published control that asks for a customer-managed key, by its number: of Azure Policy, or of the CIS benchmark} */
    public String complianceControl() {
        return complianceControl;
    }

    /** {@return the day the service was or will be retired} */
    public Optional<LocalDate> retiresOn() {
        return Optional.ofNullable(retiresOn);
    }

    /** {@return whether the service is retired, so that creates are refused; a fact of the table, no clock is asked} */
    public boolean retired() {
        return retiresOn != null;
    }

    /** {@return how long after its creation a waiting resource can still be authorized before it fails} */
    public Optional<Duration> authorizationDeadline() {
        return Optional.ofNullable(authorizationDeadline);
    }

    ResourceId checkedId(ResourceId id) {
        return TypedId.checked(displayName, id, resourceType, namePattern, nameForm);
    }
}
