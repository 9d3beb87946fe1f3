package io.github.hpccachecmk.model;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The id of a key vault. Equality is without case; {@link #toString()} is the resource id in the spelling it came in. Refuses bad
 * input with an {@link InvalidInputException}. Immutable; makes no call.
 *
 * <p>Names have 3 to 24 letters, digits and single hyphens, begin with a letter and end with a letter or digit (Microsoft's
 * article "About keys, secrets, and certificates").
 */
public final class VaultId extends TypedId {
    static final String NAME_FORM =
            "3 to 24 letters, digits and single hyphens, beginning with a letter, ending with a letter or digit";
    static final Pattern NAME = Pattern.compile("(?=.{3,24}$)[A-Za-z](?:-?[A-Za-z0-9])*");
    private static final String TYPE = "Microsoft.KeyVault/vaults";

    private VaultId(ResourceId id) {
        super(checked("vault", id, TYPE, NAME, NAME_FORM));
    }

    /**
     * Makes an id of its parts.
     *
     * @param subscription the subscription's GUID
     * @param group the resource group's name
     * @param name the name
     * @return the value
     */
    public static VaultId of(String subscription, String group, String name) {
        return new VaultId(ResourceId.of(subscription, group, TYPE, name));
    }

    /**
     * Parses a resource id; a trailing slash is dropped.
     *
     * @param id the resource id
     * @return the parsed value
     */
    public static VaultId parse(@Nullable String id) {
        return new VaultId(ResourceId.parse(id));
    }

    /**
     * {@return the scope of one key of this vault, as role assignments use it}
     *
     * @param keyName the key's name
     */
    public ResourceId keyScope(String keyName) {
        Checks.matching("key name", keyName, KeyUrl.NAME, KeyUrl.NAME_FORM);
        return resourceId().child("keys", keyName);
    }
}
