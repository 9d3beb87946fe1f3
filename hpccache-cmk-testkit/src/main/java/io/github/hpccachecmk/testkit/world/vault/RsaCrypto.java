package io.github.hpccachecmk.testkit.world.vault;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/**
 * Real cryptography for keys that are values. A key pair follows from its {@link Source} alone and is made when first
 * needed; pairs are kept here, outside of the world, because making one takes a tenth of a second. Safe for use by
 * several threads.
 */
final class RsaCrypto {
    private final Map<Source, KeyPair> pairs = new ConcurrentHashMap<>();

    /**
     * Where a key pair comes from.
     *
     * @param seed differs from version to version
     * @param material type and size, or the numbers themselves
     */
    record Source(String seed, KeyMaterial material) {}

    /** The algorithms that an RSA key of Key Vault wraps and encrypts with. */
    enum Algorithm {
        RSA1_5("RSA1_5"),
        RSA_OAEP("RSA-OAEP"),
        RSA_OAEP_256("RSA-OAEP-256");

        private final String wireName;

        Algorithm(String wireName) {
            this.wireName = wireName;
        }

        static Optional<Algorithm> of(String wireName) {
            return Arrays.stream(values())
                    .filter(algorithm -> algorithm.wireName.equals(wireName))
                    .findFirst();
        }

        private Cipher cipher(int mode, Key key, SecureRandom random) throws GeneralSecurityException {
            if (this == RSA1_5) {
                Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
                cipher.init(mode, key, random);
                return cipher;
            }
            MGF1ParameterSpec digest = this == RSA_OAEP ? MGF1ParameterSpec.SHA1 : MGF1ParameterSpec.SHA256;
            Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
            cipher.init(
                    mode,
                    key,
                    new OAEPParameterSpec(digest.getDigestAlgorithm(), "MGF1", digest, PSource.PSpecified.DEFAULT),
                    random);
            return cipher;
        }
    }

    /** The public numbers of a JWK, base64url: n and e, or x and y. */
    Map<String, String> publicNumbers(Source source) {
        if (source.material() instanceof KeyMaterial.Imported imported) {
            return Map.of("n", number(imported, "n"), "e", number(imported, "e"));
        }
        if (source.material().kty().startsWith("oct")) {
            return Map.of();
        }
        if (pair(source).getPublic() instanceof RSAPublicKey rsa) {
            return Map.of("n", encode(rsa.getModulus()), "e", encode(rsa.getPublicExponent()));
        }
        ECPublicKey curve = (ECPublicKey) pair(source).getPublic();
        return Map.of(
                "x", encode(curve.getW().getAffineX()), "y", encode(curve.getW().getAffineY()));
    }

    /** Encrypts with the public key; the padding follows from the input, so that equal worlds answer equally. */
    byte[] encrypt(Source source, Algorithm algorithm, byte[] plain) throws GeneralSecurityException {
        SecureRandom random = seeded(algorithm + Base64.getEncoder().encodeToString(plain));
        return algorithm
                .cipher(Cipher.ENCRYPT_MODE, pair(source).getPublic(), random)
                .doFinal(plain);
    }

    /** Decrypts with the private key. */
    byte[] decrypt(Source source, Algorithm algorithm, byte[] wrapped) throws GeneralSecurityException {
        return algorithm
                .cipher(Cipher.DECRYPT_MODE, pair(source).getPrivate(), seeded("decrypt"))
                .doFinal(wrapped);
    }

    private KeyPair pair(Source source) {
        return pairs.computeIfAbsent(source, RsaCrypto::make);
    }

    private static KeyPair make(Source source) {
        KeyMaterial material = source.material();
        try {
            if (material instanceof KeyMaterial.Imported imported) {
                return fromNumbers(imported);
            }
            boolean isRsa = material.kty().startsWith("RSA");
            KeyPairGenerator generator = KeyPairGenerator.getInstance(isRsa ? "RSA" : "EC");
            if (isRsa) {
                generator.initialize(material.size(), seeded(source.seed()));
            } else {
                generator.initialize(new ECGenParameterSpec("secp256r1"), seeded(source.seed()));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("This JDK cannot make the key " + material, impossible);
        }
    }

    private static KeyPair fromNumbers(KeyMaterial.Imported imported) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance("RSA");
        BigInteger n = decode(number(imported, "n"));
        BigInteger e = decode(number(imported, "e"));
        RSAPrivateCrtKeySpec secret = new RSAPrivateCrtKeySpec(
                n,
                e,
                decode(number(imported, "d")),
                decode(number(imported, "p")),
                decode(number(imported, "q")),
                decode(number(imported, "dp")),
                decode(number(imported, "dq")),
                decode(number(imported, "qi")));
        return new KeyPair(factory.generatePublic(new RSAPublicKeySpec(n, e)), factory.generatePrivate(secret));
    }

    /** SHA1PRNG, seeded before its first use, is the JDK's generator that repeats itself. */
    private static SecureRandom seeded(String seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed.getBytes(StandardCharsets.UTF_8));
            return random;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("This JDK lacks SHA1PRNG", impossible);
        }
    }

    private static String number(KeyMaterial.Imported imported, String name) {
        return imported.numbers().get(name).orElse("");
    }

    /** A number of a JWK. */
    static BigInteger decode(String text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text));
    }

    /** Unsigned, as JWK wants it: without the sign byte of {@link BigInteger#toByteArray()}. */
    private static String encode(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, from, bytes.length));
    }
}
