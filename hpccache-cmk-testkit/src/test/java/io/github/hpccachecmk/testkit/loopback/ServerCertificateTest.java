package io.github.hpccachecmk.testkit.loopback;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerCertificateTest {
    private static final List<String> NAMES = List.of("management.azure.com", "*.vault.azure.net");

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-15T08:00:00Z", "2049-12-31T00:00:00Z", "2051-01-01T00:00:00Z"})
    void certificate_isGoodForItsNamesAndAWeek(String when) throws Exception {
        var random = new SecureRandom();
        var now = Instant.parse(when);

        var pem = LoopbackTls.of(ServerCertificate.make(NAMES, now, random), random)
                .certificatePem();
        var read = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));

        read.verify(read.getPublicKey());
        read.checkValidity(Date.from(now));
        assertThat(read.getVersion()).isEqualTo(3);
        assertThat(read.getNotAfter()).isEqualTo(Date.from(now.plusSeconds(7 * 86_400)));
        assertThat(read.getSubjectAlternativeNames())
                .containsExactlyInAnyOrder(
                        List.of(2, "management.azure.com"), List.of(2, "*.vault.azure.net"), List.of(7, "127.0.0.1"));
        assertThat(read.getBasicConstraints()).isEqualTo(-1);
        assertThat(read.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(read.getKeyUsage()[0]).isTrue();
    }

    @Test
    void twoCertificates_haveKeysAndNumbersOfTheirOwn() throws Exception {
        var random = new SecureRandom();
        var one = ServerCertificate.make(NAMES, Instant.EPOCH, random);
        var other = ServerCertificate.make(NAMES, Instant.EPOCH, random);

        assertThat(one.certificate().getSerialNumber())
                .isNotEqualTo(other.certificate().getSerialNumber());
        assertThat(one.key()).isNotEqualTo(other.key());
        assertThat(one.toString()).doesNotContain("key");
    }

    /** The first example is that of X.690 8.19.5; 1.2.840.113549 is the one in RSA's layman's guide. */
    @ParameterizedTest
    @CsvSource({"2.999.3, 0603883703", "1.2.840.113549, 06062a864886f70d", "2.5.29.17, 0603551d11"})
    void identifier_writtenInBaseHundredAndTwentyEight(String dotted, String hex) {
        assertThat(HexFormat.of().formatHex(Der.identifier(dotted))).isEqualTo(hex);
    }

    @ParameterizedTest
    @CsvSource({"127, 047f", "128, 048180", "256, 04820100"})
    void length_shortUpToHundredAndTwentySeven(int length, String hex) {
        assertThat(HexFormat.of().formatHex(Der.octets(new byte[length]))).startsWith(hex);
    }
}
