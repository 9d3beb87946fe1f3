package io.github.hpccachecmk.model;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import org.jspecify.annotations.Nullable;

/**
 * The id of a resource that this library puts under a customer-managed key. New kinds may appear: have a default branch.
 * Immutable; equality is without case.
 */
public sealed interface TargetId permits CacheId, FileSystemId {
    /** {@return the kind; what differs between kinds is in its table} */
    TargetKind kind();

    /** {@return the id as a plain resource id} */
    ResourceId resourceId();

    /** {@return the subscription's GUID} */
    String subscription();

    /** {@return the resource group} */
    ResourceGroupId group();

    /** {@return the resource's name} */
    String name();

    /**
     * Parses the id of a target of any kind.
     *
     * @param id the resource id
     * @return the parsed value
     * @throws InvalidInputException when it is no resource id, or one of a type that is no target
     */
    static TargetId parse(@Nullable String id) {
        ResourceId parsed = ResourceId.parse(id);
        if (parsed.isOfType(TargetKind.HPC_CACHE.resourceType())) {
            return CacheId.parse(id);
        }
        if (parsed.isOfType(TargetKind.MANAGED_LUSTRE.resourceType())) {
            return FileSystemId.parse(id);
        }
        throw Checks.refused(
                "target id (of type " + parsed.type() + ")",
                parsed.toString(),
                "an id of type " + TargetKind.HPC_CACHE.resourceType() + " or "
                        + TargetKind.MANAGED_LUSTRE.resourceType());
    }
}
