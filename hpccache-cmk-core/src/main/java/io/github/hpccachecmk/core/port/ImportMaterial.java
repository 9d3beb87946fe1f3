package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.KeyImport;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Key material on its way from its owner to a vault. It is asked for when it is sent and dropped after; nothing here stores it,
 * and {@link #toString} does not show it. Immutable, thread-safe.
 */
public final class ImportMaterial {
    private final Optional<RSAPrivateCrtKey> rsaKey;
    private final byte[] blob;

    private ImportMaterial(Optional<RSAPrivateCrtKey> rsaKey, byte[] blob) {
        this.rsaKey = rsaKey;
        this.blob = blob;
    }

    /** A private key with all its numbers, as {@link java.security.KeyFactory} reads it from PKCS#8. */
    public static ImportMaterial rsaKey(RSAPrivateCrtKey key) {
        return new ImportMaterial(Optional.of(key), new byte[0]);
    }

    /** The content of the file that the tool of the hardware's vendor made; copied. */
    public static ImportMaterial transferBlob(byte[] blob) {
        return new ImportMaterial(Optional.empty(), blob.clone());
    }

    /** What it is. */
    public KeyImport.Form form() {
        return rsaKey.isPresent() ? KeyImport.Form.RSA_KEY : KeyImport.Form.TRANSFER_BLOB;
    }

    /** The private key, unless this is a blob. */
    public Optional<RSAPrivateCrtKey> rsaKey() {
        return rsaKey;
    }

    /** The blob, a copy; of no length when this is a private key. */
    public byte[] blob() {
        return blob.clone();
    }

    /** Bits of the modulus; a blob does not tell. */
    public OptionalInt size() {
        return rsaKey.map(key -> OptionalInt.of(key.getModulus().bitLength())).orElse(OptionalInt.empty());
    }

    /** The form alone. */
    @Override
    public String toString() {
        return "ImportMaterial[" + form() + "]";
    }
}
