package io.github.hpccachecmk.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.hpccachecmk.ValueContract;
import io.github.hpccachecmk.error.InvalidInputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyUrlTest {
    private static final String VERSION = "0123456789abcdef0123456789abcdef";
    private static final String OTHER_VERSION = "fedcba9876543210fedcba9876543210";
    private static final String HOST = "contoso-cmk.vault.azure.net";
    private static final String VERSIONLESS = "https://" + HOST + "/keys/cache-key";
    private static final String URL = VERSIONLESS + "/" + VERSION;

    @Test
    void parsedUrl_givesItsParts() {
        KeyUrl url = KeyUrl.parse(URL);
        assertThat(url.host()).isEqualTo(HOST);
        assertThat(url.vaultName()).isEqualTo("contoso-cmk");
        assertThat(url.vaultUri()).isEqualTo("https://contoso-cmk.vault.azure.net/");
        assertThat(url.keyName()).isEqualTo("cache-key");
        assertThat(url.version()).contains(VERSION);
        assertThat(url.cloud()).isEqualTo(Cloud.PUBLIC);
        assertThat(url).hasToString(URL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                URL + "/",
                "https://" + HOST + ":443/keys/cache-key/" + VERSION,
                "https://CONTOSO-CMK.Vault.Azure.Net/keys/cache-key/" + VERSION,
                "HTTPS://" + HOST + "/keys/cache-key/" + VERSION,
                "https://" + HOST + "/keys/cache-key/0123456789ABCDEF0123456789ABCDEF",
                "https://" + HOST + "/Keys/cache-key/" + VERSION,
                "https://Contoso-CMK.vault.azure.net:443/keys/cache-key/" + VERSION + "/"
            })
    void harmlessSpelling_isNormalised(String spelling) {
        assertThat(KeyUrl.parse(spelling)).isEqualTo(KeyUrl.parse(URL)).hasToString(URL);
    }

    @ParameterizedTest
    @ValueSource(strings = {VERSIONLESS, VERSIONLESS + "/"})
    void urlWithoutVersion_hasNone(String url) {
        assertThat(KeyUrl.parse(url).version()).isEmpty();
        assertThat(KeyUrl.parse(url)).hasToString(VERSIONLESS);
    }

    @Test
    void version_canBePutOnAndTakenOff() {
        KeyUrl versionless = KeyUrl.parse(VERSIONLESS);
        assertThat(versionless.withVersion(VERSION)).isEqualTo(KeyUrl.parse(URL));
        assertThat(KeyUrl.parse(URL).withoutVersion()).isEqualTo(versionless);
        assertThat(KeyUrl.parse(URL).withVersion(OTHER_VERSION).version()).contains(OTHER_VERSION);
        assertThat(versionless.isSameKeyAs(KeyUrl.parse(URL))).isTrue();
        assertThat(versionless.isSameKeyAs(KeyUrl.parse("https://" + HOST + "/keys/other")))
                .isFalse();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"0123", "0123456789abcdef0123456789abcdeg", "0123456789abcdef0123456789abcdef0"})
    void badVersion_isRefused(String version) {
        KeyUrl url = KeyUrl.parse(VERSIONLESS);
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> url.withVersion(version))
                .withMessageContaining("key version")
                .withMessageContaining("32 hexadecimal digits");
    }

    @Test
    void keyNameInAnotherCase_isEqualAndKeepsItsSpelling() {
        KeyUrl upper = KeyUrl.parse("https://" + HOST + "/keys/CACHE-KEY");
        assertThat(upper).isEqualTo(KeyUrl.parse(VERSIONLESS)).hasSameHashCodeAs(KeyUrl.parse(VERSIONLESS));
        assertThat(upper.keyName()).isEqualTo("CACHE-KEY");
    }

    @Test
    void eachPart_countsForEquality() {
        ValueContract.check(
                () -> KeyUrl.parse(URL),
                List.of(
                        KeyUrl.parse(VERSIONLESS),
                        KeyUrl.parse(VERSIONLESS + "/" + OTHER_VERSION),
                        KeyUrl.parse("https://" + HOST + "/keys/other/" + VERSION),
                        KeyUrl.parse("https://fabrikam.vault.azure.net/keys/cache-key/" + VERSION),
                        KeyUrl.parse("https://contoso-cmk.vault.azure.cn/keys/cache-key/" + VERSION)));
    }

    @ParameterizedTest
    @CsvSource({"PUBLIC,vault.azure.net", "US_GOVERNMENT,vault.usgovcloudapi.net", "CHINA,vault.azure.cn"})
    void suffix_tellsTheCloud(Cloud cloud, String suffix) {
        String url = "https://contoso." + suffix + "/keys/k";
        assertThat(KeyUrl.parse(url).cloud()).isEqualTo(cloud);
        assertThat(KeyUrl.parse(url, cloud)).hasToString(url);
    }

    @Test
    void wrongCloud_isRefusedByNamingBoth() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> KeyUrl.parse(URL, Cloud.US_GOVERNMENT))
                .withMessageContaining("PUBLIC")
                .withMessageContaining("vault.azure.net")
                .withMessageContaining("US_GOVERNMENT")
                .withMessageContaining("vault.usgovcloudapi.net");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://contoso-cmk.vault.azure.net/keys/k                 | not beginning with https://",
                "ftp://contoso-cmk.vault.azure.net/keys/k                  | not beginning with https://",
                "contoso-cmk.vault.azure.net/keys/k                        | not beginning with https://",
                "//contoso-cmk.vault.azure.net/keys/k                      | not beginning with https://",
                "https:/contoso-cmk.vault.azure.net/keys/k                 | not beginning with https://",
                "https://contoso-cmk.vault.azure.net                       | without a path",
                "https://contoso-cmk.vault.azure.net/                      | without segments",
                "https://contoso-cmk.vault.azure.net/keys                  | another path",
                "https://contoso-cmk.vault.azure.net/keys/                 | another path",
                "https://contoso-cmk.vault.azure.net/keys//                | empty segment",
                "https://contoso-cmk.vault.azure.net//keys/k               | empty segment",
                "https://contoso-cmk.vault.azure.net/keys/k//              | empty segment",
                "https://contoso-cmk.vault.azure.net/keys/../secrets/k     | dot segment ..",
                "https://contoso-cmk.vault.azure.net/keys/./k              | dot segment .",
                "https://contoso-cmk.vault.azure.net/keys/k/0123/more      | another path",
                "https://contoso-cmk.vault.azure.net/keys/k/current        | key version",
                "https://contoso-cmk.vault.azure.net/keys/k_1              | key name",
                "https://contoso-cmk.vault.azure.net/secrets/k             | of secrets, not of a key",
                "https://contoso-cmk.vault.azure.net/Certificates/k        | of certificates, not of a key",
                "https://contoso-cmk.vault.azure.net/deletedkeys/k         | another path",
                "https://contoso-cmk.vault.azure.net/keys%2fk/x            | percent-encoding",
                "https://contoso-cmk.vault.azure.net%2fkeys/k              | percent-encoding",
                "https://contoso-cmk.vault.azure.net\\keys\\k              | backslash",
                "https://contoso-cmk.vault.azure.net/keys/k?api-version=7  | with a query",
                "https://contoso-cmk.vault.azure.net/keys/k#frag           | with a fragment",
                "https://contoso-cmk.vault.azure.net:8443/keys/k           | port other than 443",
                "https://contoso-cmk.vault.azure.net:/keys/k               | port other than 443",
                "https://contoso-cmk.vault.azure.net:443:443/keys/k        | port other than 443",
                "https://evil.example:443@contoso-cmk.vault.azure.net/keys/k | user info",
                "https://contoso-cmk.vault.azure.net@evil.example/keys/k   | user info",
                "https://contoso.managedhsm.azure.net/keys/k               | not supported by HPC Cache or Managed Lustre",
                "https://contoso.managedhsm.usgovcloudapi.net/keys/k       | Managed HSM",
                "https://contoso.managedhsm.azure.cn/keys/k                | Managed HSM",
                "https://evil.example/keys/k                               | no key vault of a known cloud",
                "https://contoso-cmk.vault.azure.net.evil.example/keys/k   | no key vault of a known cloud",
                "https://contoso-cmkvault.azure.net/keys/k                 | no key vault of a known cloud",
                "https://contoso-cmk.vault.azure.net./keys/k               | no key vault of a known cloud",
                "https://contoso.vault.azure.com/keys/k                    | {vault}.vault.azure.net or {vault}.vault",
                "https://127.0.0.1/keys/k                                  | no key vault of a known cloud",
                "https://[::1]/keys/k                                      | port other than 443",
                "https:///keys/k                                           | no key vault of a known cloud",
                "https://vault.azure.net/keys/k                            | bad vault name",
                "https://.vault.azure.net/keys/k                           | bad vault name",
                "https://a.b.vault.azure.net/keys/k                        | bad vault name",
                "https://evil.example/.vault.azure.net/keys/k              | no key vault of a known cloud",
                "https://ab.vault.azure.net/keys/k                         | bad vault name",
                "https://contoso--cmk.vault.azure.net/keys/k               | bad vault name",
                "https://contoso cmk.vault.azure.net/keys/k                | printable ASCII",
                "https://cont\u043eso-cmk.vault.azure.net/keys/k           | printable ASCII",
                "https://contoso-cmk\u3002vault.azure.net/keys/k           | printable ASCII",
                "https://contoso-cmk.vault.azure.net/keys/k\u0131          | printable ASCII",
            })
    void trick_isRefusedWithTheReason(String url, String reason) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> KeyUrl.parse(url))
                .withMessageContaining(reason)
                .withMessageContaining("legal is: ");
    }

    @Test
    void punycodeHost_isOnlyANameOfAVault() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> KeyUrl.parse("https://xn--contso-cmk-8fg.vault.azure.net/keys/k"))
                .withMessageContaining("bad vault name");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "\t", " " + URL, URL + "\n", "\u00a0" + URL})
    void missingOrBlankOrPadded_isRefusedWithTheForm(String url) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> KeyUrl.parse(url))
                .withMessageContaining("key URL")
                .withMessageContaining("https://{vault}.vault.azure.net/keys/{name}[/{version}]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:CANARY@contoso-cmk.vault.azure.net/keys/k",
                "https://user:CANARY/x@contoso-cmk.vault.azure.net/keys/k",
                "https://user:CANARY?x@contoso-cmk.vault.azure.net/keys/k",
                "https://contoso-cmk.vault.azure.net/keys/k?sig=CANARY",
                "https://contoso-cmk.vault.azure.net/keys/k?sig=x@CANARY",
                "https://contoso-cmk.vault.azure.net/keys/k#CANARY",
                "http://contoso-cmk.vault.azure.net/keys/k?sig=CANARY",
                "user:CANARY@contoso-cmk.vault.azure.net"
            })
    void secretInABadUrl_isNotEchoed(String url) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> KeyUrl.parse(url))
                .withMessageNotContaining("CANARY");
    }

    @Test
    void vaultOfTheSameName_holdsTheKey() {
        String subscription = "11111111-2222-3333-4444-555555555555";
        assertThat(KeyUrl.parse(URL).isIn(VaultId.of(subscription, "g", "Contoso-CMK")))
                .isTrue();
        assertThat(KeyUrl.parse(URL).isIn(VaultId.of(subscription, "g", "contoso-cmk2")))
                .isFalse();
    }
}
