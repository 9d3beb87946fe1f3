package io.github.hpccachecmk.testkit.loopback;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What a client needs to trust one face and nothing else: its certificate was made at the start and signs itself. Hand it to the
 * one client; never to the whole machine. Immutable, thread-safe.
 */
public final class LoopbackTls {
    private final X509Certificate certificate;
    private final SSLContext client;
    private final SSLContext server;

    private LoopbackTls(X509Certificate certificate, SSLContext client, SSLContext server) {
        this.certificate = certificate;
        this.client = client;
        this.server = server;
    }

    static LoopbackTls of(ServerCertificate made, SecureRandom random) throws GeneralSecurityException, IOException {
        KeyStore trusted = empty();
        trusted.setCertificateEntry("loopback", made.certificate());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext client = SSLContext.getInstance("TLS");
        client.init(null, trust.getTrustManagers(), random);

        char[] password = new char[0];
        KeyStore own = empty();
        own.setKeyEntry("loopback", made.key(), password, new X509Certificate[] {made.certificate()});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, password);
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(keys.getKeyManagers(), null, random);
        return new LoopbackTls(made.certificate(), client, server);
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        // In memory only; the newer format would spend most of the start on deriving a key from the empty password.
        KeyStore store = KeyStore.getInstance("JKS");
        store.load(null, null);
        return store;
    }

    /** For Java clients: trusts this face only. */
    public SSLContext sslContext() {
        return client;
    }

    /** The certificate. */
    public X509Certificate certificate() {
        return certificate;
    }

    /** The certificate as PEM text, for {@code curl --cacert} and for clients of other languages. */
    public String certificatePem() {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                            .encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("A certificate that was read from its encoding has none", impossible);
        }
    }

    SSLContext server() {
        return server;
    }
}
