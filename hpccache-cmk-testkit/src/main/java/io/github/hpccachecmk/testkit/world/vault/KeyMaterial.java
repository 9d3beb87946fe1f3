package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Table;

/** What a key version is made of, as a value; nothing is computed before somebody asks. Never printed. */
public sealed interface KeyMaterial {
    /**
     * A key pair that the vault made; it follows from the key's id and version.
     *
     * @param kty {@code RSA}, {@code RSA-HSM}, {@code EC} …
     * @param size bits of an RSA modulus, 0 for other types
     */
    record Generated(String kty, int size) implements KeyMaterial {}

    /**
     * A key pair that somebody brought along.
     *
     * @param kty {@code RSA} or {@code RSA-HSM}
     * @param size bits of the modulus
     * @param numbers the number members of the JWK, base64url
     */
    record Imported(String kty, int size, Table<String, String> numbers) implements KeyMaterial {
        /** Type and size; the private numbers stay inside. */
        @Override
        public String toString() {
            return "Imported[" + kty + ", " + size + "]";
        }
    }

    /** The JWK's {@code kty}. */
    String kty();

    /** Bits of an RSA modulus; 0 for a key without one. */
    int size();
}
