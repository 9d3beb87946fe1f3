package io.github.hpccachecmk.testkit;

import io.github.hpccachecmk.core.port.ImportMaterial;
import io.github.hpccachecmk.core.port.KeyMaterialSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Key material for tests of imports, made up: a private key follows from its name, so that it is the same in every run, and is
 * therefore worth nothing anywhere else. Immutable, thread-safe.
 */
public final class FakeKeyMaterial implements KeyMaterialSource {
    private final Map<String, ImportMaterial> material;

    private FakeKeyMaterial(Map<String, ImportMaterial> material) {
        this.material = Map.copyOf(material);
    }

    /** A source that has nothing yet. */
    public static FakeKeyMaterial empty() {
        return new FakeKeyMaterial(Map.of());
    }

    /** The same source with an RSA private key. */
    public FakeKeyMaterial withRsaKey(String name, int bits) {
        return with(name, ImportMaterial.rsaKey(rsaKey(name, bits)));
    }

    /** The same source with a transfer blob of the shape that the tools of hardware vendors write. */
    public FakeKeyMaterial withTransferBlob(String name) {
        String blob = "{\"schema_version\":\"1.0.0\",\"header\":{\"kid\":\"kek of " + name
                + "\",\"alg\":\"dir\",\"enc\":\"CKM_RSA_AES_KEY_WRAP\"},\"ciphertext\":\"AAAA\",\"generator\":\"FakeAzure\"}";
        return with(name, ImportMaterial.transferBlob(blob.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public Optional<ImportMaterial> find(String name) {
        return Optional.ofNullable(material.get(name));
    }

    private FakeKeyMaterial with(String name, ImportMaterial more) {
        Map<String, ImportMaterial> all = new TreeMap<>(material);
        all.put(name, more);
        return new FakeKeyMaterial(all);
    }

    private static RSAPrivateCrtKey rsaKey(String name, int bits) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(name.getBytes(StandardCharsets.UTF_8));
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits, random);
            return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK makes RSA keys from SHA1PRNG", e);
        }
    }
}
