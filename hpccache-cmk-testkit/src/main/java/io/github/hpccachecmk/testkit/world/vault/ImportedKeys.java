package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Table;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Keys that somebody brings along. RSA keys with all their numbers are taken, and transfer blobs. */
final class ImportedKeys {
    private static final List<String> NUMBERS = List.of("n", "e", "d", "p", "q", "dp", "dq", "qi");
    private static final List<Integer> SIZES = List.of(2048, 3072, 4096);

    private static final String BLOB = "key_hsm";
    private static final int SIZE_IN_BLOB = 2048;

    private ImportedKeys() {}

    /** What is wrong with a key; never says what the key's numbers are. */
    static Optional<WireResponse> refuse(String name, Doc jwk, boolean isPremium) {
        if (!name.matches("[0-9a-zA-Z-]{1,127}")) {
            return Optional.of(DataErrors.badParameter("The request URI contains an invalid name: " + name));
        }
        if (!List.of("RSA", "RSA-HSM").contains(jwk.text("kty").orElse(""))) {
            return Optional.of(DataErrors.badParameter("FakeAzure takes keys of type RSA and RSA-HSM only, not '"
                    + jwk.text("kty").orElse("") + "'."));
        }
        if (jwk.text("kty").filter("RSA-HSM"::equals).isPresent() && !isPremium) {
            return Optional.of(DataErrors.badParameter("Keys of type RSA-HSM need a vault of the premium tier."));
        }
        if (jwk.has(BLOB)) {
            return isBlob(jwk)
                    ? Optional.empty()
                    : Optional.of(DataErrors.badParameter(
                            "Property key_hsm has to be a transfer blob, and kty of the key RSA-HSM"));
        }
        for (String member : NUMBERS) {
            if (jwk.text(member).filter(text -> text.matches("[0-9a-zA-Z_-]+")).isEmpty()) {
                return Optional.of(DataErrors.badParameter("Property " + member + " of the key has invalid value"));
            }
        }
        return SIZES.contains(size(jwk))
                ? Optional.empty()
                : Optional.of(DataErrors.badParameter("The key size " + size(jwk) + " is not supported."));
    }

    /** The key's material; another pair stands in for one that only the hardware could unwrap. */
    static KeyMaterial material(Doc jwk) {
        if (jwk.has(BLOB)) {
            return new KeyMaterial.Generated("RSA-HSM", SIZE_IN_BLOB);
        }
        Table<String, String> numbers = Table.empty();
        for (String member : NUMBERS) {
            numbers = numbers.with(member, jwk.text(member).orElse(""));
        }
        return new KeyMaterial.Imported(jwk.text("kty").orElse("RSA"), size(jwk), numbers);
    }

    /** JSON with these members, as the BYOK specification of Key Vault has it. */
    private static boolean isBlob(Doc jwk) {
        if (!jwk.text("kty").filter("RSA-HSM"::equals).isPresent()) {
            return false;
        }
        try {
            String text =
                    new String(Base64.getUrlDecoder().decode(jwk.text(BLOB).orElse("")), StandardCharsets.UTF_8);
            return Stream.of("schema_version", "header", "ciphertext").allMatch(text::contains);
        } catch (IllegalArgumentException notBase64) {
            // What cannot be decoded is no blob; the refusal says so.
            return false;
        }
    }

    private static int size(Doc jwk) {
        return RsaCrypto.decode(jwk.text("n").orElse("")).bitLength();
    }
}
