package io.github.hpccachecmk.model;

import io.github.hpccachecmk.error.InvalidInputException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a user-assigned managed identity. Equality is without case; {@link #toString()} is the resource id in the spelling it
 * came in. Refuses bad input with an {@link InvalidInputException}. Immutable; makes no call.
 */
public final class UserAssignedIdentityId extends TypedId {
    private static final String TYPE = "Microsoft.ManagedIdentity/userAssignedIdentities";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{2,127}");

    private UserAssignedIdentityId(ResourceId id) {
        super(checked(
                "identity",
                id,
                TYPE,
                NAME,
                "3 to 128 letters, digits, hyphens and underscores, beginning with a letter or digit"));
    }

    /**
     * Makes an id of its parts.
     *
     * @param subscription the subscription's GUID
     * @param group the resource group's name
     * @param name the name
     * @return the value
     */
    public static UserAssignedIdentityId of(String subscription, String group, String name) {
        return new UserAssignedIdentityId(ResourceId.of(subscription, group, TYPE, name));
    }

    /**
     * Parses a resource id; a trailing slash is dropped.
     *
     * @param id the resource id
     * @return the parsed value
     */
    public static UserAssignedIdentityId parse(@Nullable String id) {
        return new UserAssignedIdentityId(ResourceId.parse(id));
    }
}
