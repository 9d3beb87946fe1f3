package io.github.hpccachecmk.model;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import java.util.regex.Pattern;

/**
 * Which key material to bring along instead of having a key made: the name under which the client's own source holds it, never
 * the material. A request can therefore be stored, shown and sent on. Immutable; makes no call.
 *
 * @param material the name of the material in the client's source: 1 to 64 letters, digits, dots, dashes and underscores
 * @param form what the source holds
 */
public record KeyImport(String material, Form form) {
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z._-]{1,64}");

    /** What a source holds. */
    public enum Form {
        /** An RSA private key of 2048 bits; it becomes a key protected by software. */
        RSA_KEY,
        /**
         * A transfer blob ("bring your own key"): a key wrapped for the vault by a hardware security module. It becomes a key of
         * type RSA-HSM, which only a premium vault holds (Microsoft's article "Import HSM-protected keys to Key Vault (BYOK)").
         */
        TRANSFER_BLOB
    }

    /**
     * Checks the name.
     *
     * @param material see above
     * @param form see above
     * @throws InvalidInputException when the name is not legal
     */
    public KeyImport {
        if (!NAME.matcher(material).matches()) {
            throw Checks.refused(
                    "key material", material, "a name of 1 to 64 letters, digits, dots, dashes and underscores");
        }
    }

    /**
     * An RSA private key.
     *
     * @param material the name in the client's source
     * @return the import
     */
    public static KeyImport rsaKey(String material) {
        return new KeyImport(named(material), Form.RSA_KEY);
    }

    /**
     * A transfer blob.
     *
     * @param material the name in the client's source
     * @return the import
     */
    public static KeyImport transferBlob(String material) {
        return new KeyImport(named(material), Form.TRANSFER_BLOB);
    }

    private static String named(String material) {
        return Checks.present("key material", material, "the name of material in the client's source");
    }
}
