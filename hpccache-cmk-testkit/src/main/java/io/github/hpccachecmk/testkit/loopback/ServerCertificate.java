package io.github.hpccachecmk.testkit.loopback;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate that signs itself, for the names that a world answers to, and its key on the curve P-256. Good for a week.
 *
 * @param certificate for clients
 * @param key for the server only
 */
record ServerCertificate(X509Certificate certificate, PrivateKey key) {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final Duration BEFORE = Duration.ofDays(1);
    private static final Duration AFTER = Duration.ofDays(7);

    static ServerCertificate make(List<String> names, Instant now, SecureRandom random)
            throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair pair = generator.generateKeyPair();
        byte[] algorithm = Der.sequence(Der.identifier("1.2.840.10045.4.3.2")); // ecdsa-with-SHA256
        byte[] name = Der.sequence(
                Der.set(Der.sequence(Der.identifier("2.5.4.3"), Der.text("hpccache-cmk testkit, loopback only"))));
        byte[] signed = Der.sequence(
                Der.explicit(0, Der.integer(BigInteger.TWO)), // version 3
                Der.integer(new BigInteger(120, random).setBit(119)),
                algorithm,
                name,
                Der.sequence(Der.time(now.minus(BEFORE)), Der.time(now.plus(AFTER))),
                name,
                pair.getPublic().getEncoded(),
                Der.explicit(3, extensions(names)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate(), random);
        signature.update(signed);
        byte[] whole = Der.sequence(signed, algorithm, Der.bits(0, signature.sign()));
        var certificate = (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
        return new ServerCertificate(certificate, pair.getPrivate());
    }

    private static byte[] extensions(List<String> names) {
        List<byte[]> general = new ArrayList<>();
        names.forEach(name -> general.add(Der.implicit(2, name.getBytes(StandardCharsets.US_ASCII))));
        general.add(Der.implicit(7, LOOPBACK));
        byte[] noAuthority = Der.sequence();
        byte[] signsOnly = Der.bits(7, new byte[] {(byte) 0x80});
        byte[] serverOnly = Der.sequence(Der.identifier("1.3.6.1.5.5.7.3.1"));
        return Der.sequence(
                Der.sequence(Der.identifier("2.5.29.19"), Der.yes(), Der.octets(noAuthority)),
                Der.sequence(Der.identifier("2.5.29.15"), Der.yes(), Der.octets(signsOnly)),
                Der.sequence(Der.identifier("2.5.29.37"), Der.octets(serverOnly)),
                Der.sequence(Der.identifier("2.5.29.17"), Der.octets(Der.sequence(general.toArray(byte[][]::new)))));
    }

    /** Hides the key. */
    @Override
    public String toString() {
        return "certificate " + certificate.getSerialNumber().toString(16);
    }
}
