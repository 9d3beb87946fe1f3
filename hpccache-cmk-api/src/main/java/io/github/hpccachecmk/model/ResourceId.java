package io.github.hpccachecmk.model;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of an Azure Resource Manager resource inside a resource group.
 *
 * <p>Equality is without case, as in the service, which answers the same id in several spellings; {@link #toString()} keeps the
 * spelling it was made from, less a trailing slash. Whatever could lead a request to another path (percent-encoding, empty or dot
 * segments, query, fragment, control characters) is refused with an {@link InvalidInputException}. Immutable; makes no call.
 */
public final class ResourceId {
    private static final String FORM =
            "/subscriptions/{GUID}/resourceGroups/{group}/providers/{namespace}/{type}/{name}[/{type}/{name}...]";
    private static final Pattern NAMESPACE = Pattern.compile("[A-Za-z][A-Za-z0-9.]*[A-Za-z0-9]");
    private static final Pattern TYPE_SEGMENT = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.()-]{1,260}");
    private static final int FIRST_TYPE = 6;

    private final String text;
    private final String canonical;
    private final ResourceGroupId group;
    private final String type;
    private final String name;

    private ResourceId(ResourceGroupId group, String text, List<String> segments) {
        this.group = group;
        this.text = text;
        this.canonical = Checks.lower(text);
        StringBuilder types = new StringBuilder(segments.get(FIRST_TYPE - 1));
        for (int i = FIRST_TYPE; i < segments.size(); i += 2) {
            types.append('/').append(segments.get(i));
        }
        this.type = types.toString();
        this.name = segments.get(segments.size() - 1);
    }

    /**
     * Parses an id; a trailing slash is dropped, anything else unusual is refused.
     *
     * @param id the resource id
     * @return the parsed value
     */
    public static ResourceId parse(@Nullable String id) {
        List<String> segments = ArmPath.segments("resource id", id, FORM);
        if (segments.size() < FIRST_TYPE + 2
                || segments.size() % 2 != 0
                || !segments.get(4).equalsIgnoreCase("providers")) {
            throw Checks.refused("resource id", ArmPath.join(segments), FORM);
        }
        ResourceGroupId group = ResourceGroupId.ofSegments("resource id", segments, FORM);
        Checks.matching(
                "provider namespace in a resource id",
                segments.get(FIRST_TYPE - 1),
                NAMESPACE,
                "such as Microsoft.KeyVault");
        for (int i = FIRST_TYPE; i < segments.size(); i += 2) {
            Checks.matching(
                    "resource type in a resource id",
                    segments.get(i),
                    TYPE_SEGMENT,
                    "letters and digits, such as vaults");
            Checks.matching(
                    "resource name in a resource id",
                    segments.get(i + 1),
                    NAME,
                    "1 to 260 letters, digits and _ - . ( )");
        }
        return new ResourceId(group, ArmPath.join(segments), segments);
    }

    /**
     * Makes an id of its parts.
     *
     * @param type the full type of a resource without parent, such as {@code Microsoft.KeyVault/vaults}
     * @param subscription the subscription's GUID
     * @param group the resource group's name
     * @param name the name
     * @return the value
     */
    public static ResourceId of(String subscription, String group, String type, String name) {
        Checks.text("resource type", type, "{namespace}/{type} such as Microsoft.KeyVault/vaults");
        if (type.indexOf('/') < 1 || type.indexOf('/') != type.lastIndexOf('/')) {
            throw Checks.refused("resource type", type, "{namespace}/{type} such as Microsoft.KeyVault/vaults");
        }
        Checks.matching("resource name", name, NAME, "1 to 260 letters, digits and _ - . ( )");
        return parse(ResourceGroupId.of(subscription, group) + "/providers/" + type + "/" + name);
    }

    /**
     * {@return the id of a resource below this one}
     *
     * @param childType its type below this one, such as {@code keys}
     * @param childName its name
     */
    public ResourceId child(String childType, String childName) {
        Checks.matching("resource type", childType, TYPE_SEGMENT, "letters and digits, such as keys");
        Checks.matching("resource name", childName, NAME, "1 to 260 letters, digits and _ - . ( )");
        return parse(text + "/" + childType + "/" + childName);
    }

    /** {@return the subscription's GUID in the spelling it came in} */
    public String subscription() {
        return group.subscription();
    }

    /** {@return the resource group's name} */
    public String resourceGroup() {
        return group.name();
    }

    /** {@return the resource group} */
    public ResourceGroupId group() {
        return group;
    }

    /** {@return the full type, such as {@code Microsoft.Network/virtualNetworks/subnets}} */
    public String type() {
        return type;
    }

    /**
     * {@return whether this is of that full type, without case}
     *
     * @param fullType the type with its namespace
     */
    public boolean isOfType(String fullType) {
        return type.equalsIgnoreCase(fullType);
    }

    /** {@return the last name} */
    public String name() {
        return name;
    }

    /** {@return the lower-case form that equality uses; for keys of maps and for deriving names} */
    public String canonical() {
        return canonical;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ResourceId same && canonical.equals(same.canonical);
    }

    @Override
    public int hashCode() {
        return canonical.hashCode();
    }

    /** The id in the spelling it came in, without a trailing slash. */
    @Override
    public String toString() {
        return text;
    }
}
