package io.github.hpccachecmk.model;

import io.github.hpccachecmk.implementation.Checks;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the ids of one resource type have in common. Methods are not final: for those the compiler makes no bridge into the public
 * subclass, and reflection from outside would fail.
 */
abstract class TypedId {
    private final ResourceId id;

    TypedId(ResourceId id) {
        this.id = id;
    }

    /** Checks type and name of a parsed id. */
    static ResourceId checked(String what, ResourceId id, String type, Pattern name, String nameForm) {
        if (!id.isOfType(type)) {
            throw Checks.refused(what + " id (of type " + id.type() + ")", id.toString(), "an id of type " + type);
        }
        Checks.matching(what + " name", id.name(), name, nameForm);
        return id;
    }

    /** {@return the id as a plain resource id} */
    public ResourceId resourceId() {
        return id;
    }

    /** {@return the subscription's GUID in the spelling it came in} */
    public String subscription() {
        return id.subscription();
    }

    /** {@return the resource group} */
    public ResourceGroupId group() {
        return id.group();
    }

    /** {@return the resource's name in the spelling it came in} */
    public String name() {
        return id.name();
    }

    /** Ids of different classes are never equal, because the resource type is part of the id. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TypedId same && id.equals(same.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** The resource id in the spelling it came in. */
    @Override
    public String toString() {
        return id.toString();
    }
}
