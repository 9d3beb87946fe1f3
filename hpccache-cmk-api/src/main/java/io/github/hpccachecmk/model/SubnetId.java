package io.github.hpccachecmk.model;

import io.github.hpccachecmk.error.InvalidInputException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a subnet of a virtual network. Equality is without case; {@link #toString()} is the resource id in the spelling it
 * came in. Refuses bad input with an {@link InvalidInputException}. Immutable; makes no call.
 */
public final class SubnetId extends TypedId {
    private static final String NETWORK_TYPE = "Microsoft.Network/virtualNetworks";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?");

    private SubnetId(ResourceId id) {
        super(
                checked(
                        "subnet",
                        id,
                        NETWORK_TYPE + "/subnets",
                        NAME,
                        "1 to 80 letters, digits and _ . -, beginning with a letter or digit, ending with a letter, digit or _"));
    }

    /**
     * Makes an id of its parts.
     *
     * @param subscription the subscription's GUID
     * @param group the resource group's name
     * @param virtualNetwork the virtual network's name
     * @param name the name
     * @return the value
     */
    public static SubnetId of(String subscription, String group, String virtualNetwork, String name) {
        return new SubnetId(
                ResourceId.of(subscription, group, NETWORK_TYPE, virtualNetwork).child("subnets", name));
    }

    /**
     * Parses a resource id; a trailing slash is dropped.
     *
     * @param id the resource id
     * @return the parsed value
     */
    public static SubnetId parse(@Nullable String id) {
        return new SubnetId(ResourceId.parse(id));
    }
}
