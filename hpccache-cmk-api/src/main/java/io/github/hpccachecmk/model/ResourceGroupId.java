package io.github.hpccachecmk.model;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The id of a resource group. Equality is without case; {@link #toString()} is the id in the spelling of its parts. Refuses bad
 * input with an {@link InvalidInputException}. Immutable; makes no call.
 *
 * <p>Names have 1 to 90 letters and digits of any script, underscores, hyphens, periods and parentheses and do not end with a period
 * (Microsoft's article "Naming rules and restrictions for Azure resources").
 */
public final class ResourceGroupId {
    private static final String FORM = "/subscriptions/{GUID}/resourceGroups/{group}";
    private static final String NAME_FORM =
            "1 to 90 letters and digits of any script and _ - . ( ), not ending with a period";
    private static final int LONGEST_NAME = 90;

    private final String subscription;
    private final String name;

    private ResourceGroupId(String subscription, String name) {
        this.subscription = subscription;
        this.name = name;
    }

    /**
     * Makes an id of its parts.
     *
     * @param subscription the subscription's GUID
     * @param name the name
     * @return the value
     */
    public static ResourceGroupId of(String subscription, String name) {
        Checks.guid("subscription", subscription);
        Checks.text("resource group name", name, NAME_FORM);
        if (name.length() > LONGEST_NAME
                || name.endsWith(".")
                || !name.codePoints().allMatch(ResourceGroupId::isLegal)) {
            throw Checks.refused("resource group name", name, NAME_FORM);
        }
        return new ResourceGroupId(subscription, name);
    }

    /**
     * Parses an id; a trailing slash is dropped.
     *
     * @param id the resource id
     * @return the parsed value
     */
    public static ResourceGroupId parse(@Nullable String id) {
        List<String> segments = ArmPath.segments("resource group id", id, FORM);
        if (segments.size() != 4) {
            throw Checks.refused("resource group id", ArmPath.join(segments), FORM);
        }
        return ofSegments("resource group id", segments, FORM);
    }

    private static boolean isLegal(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || "_-.()".indexOf(codePoint) >= 0;
    }

    /** The group in the first four segments of any id. */
    static ResourceGroupId ofSegments(String what, List<String> segments, String legal) {
        if (!segments.get(0).equalsIgnoreCase("subscriptions")
                || !segments.get(2).equalsIgnoreCase("resourceGroups")) {
            throw Checks.refused(what, ArmPath.join(segments), legal);
        }
        return of(segments.get(1), segments.get(3));
    }

    /** {@return the subscription's GUID in the spelling it came in} */
    public String subscription() {
        return subscription;
    }

    /** {@return the group's name in the spelling it came in} */
    public String name() {
        return name;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResourceGroupId same && canonical().equals(same.canonical());
    }

    @Override
    public int hashCode() {
        return canonical().hashCode();
    }

    private String canonical() {
        return Checks.lower(toString());
    }

    @Override
    public String toString() {
        return "/subscriptions/" + subscription + "/resourceGroups/" + name;
    }
}
