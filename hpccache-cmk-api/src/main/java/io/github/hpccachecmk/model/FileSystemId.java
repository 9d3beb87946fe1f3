package io.github.hpccachecmk.model;

import io.github.hpccachecmk.error.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * The id of a Managed Lustre file system. Equality is without case; {@link #toString()} is the resource id in the spelling it came in. Refuses bad
 * input with an {@link InvalidInputException}. Immutable; makes no call.
 *
 * <p>Names have the form of {@link TargetKind#nameForm()}, from the StorageCache REST specification.
 */
public final class FileSystemId extends TypedId implements TargetId {
    private FileSystemId(ResourceId id) {
        super(TargetKind.MANAGED_LUSTRE.checkedId(id));
    }

    /**
     * Makes an id of its parts.
     *
     * @param subscription the subscription's GUID
     * @param group the resource group's name
     * @param name the name
     * @return the value
     */
    public static FileSystemId of(String subscription, String group, String name) {
        return new FileSystemId(ResourceId.of(subscription, group, TargetKind.MANAGED_LUSTRE.resourceType(), name));
    }

    /**
     * Parses a resource id; a trailing slash is dropped.
     *
     * @param id the resource id
     * @return the parsed value
     */
    public static FileSystemId parse(@Nullable String id) {
        return new FileSystemId(ResourceId.parse(id));
    }

    @Override
    public TargetKind kind() {
        return TargetKind.MANAGED_LUSTRE;
    }
}
