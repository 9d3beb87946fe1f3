package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Table;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.List;
import java.util.Optional;

/** Keys that somebody brings along. Only RSA keys with all their numbers are taken. */
final class ImportedKeys {
    private static final List<String> NUMBERS = List.of("n", "e", "d", "p", "q", "dp", "dq", "qi");
    private static final List<Integer> SIZES = List.of(2048, 3072, 4096);

    private ImportedKeys() {}

    /** What is wrong with a key; never says what the key's numbers are. */
    static Optional<WireResponse> refuse(String name, Doc jwk) {
        if (!name.matches("[0-9a-zA-Z-]{1,127}")) {
            return Optional.of(DataErrors.badParameter("The request URI contains an invalid name: " + name));
        }
        if (!List.of("RSA", "RSA-HSM").contains(jwk.text("kty").orElse(""))) {
            return Optional.of(DataErrors.badParameter("FakeAzure takes keys of type RSA and RSA-HSM only, not '"
                    + jwk.text("kty").orElse("") + "'."));
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

    /** The key's material. */
    static KeyMaterial material(Doc jwk) {
        Table<String, String> numbers = Table.empty();
        for (String member : NUMBERS) {
            numbers = numbers.with(member, jwk.text(member).orElse(""));
        }
        return new KeyMaterial.Imported(jwk.text("kty").orElse("RSA"), size(jwk), numbers);
    }

    private static int size(Doc jwk) {
        return RsaCrypto.decode(jwk.text("n").orElse("")).bitLength();
    }
}
