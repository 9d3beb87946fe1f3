package io.github.hpccachecmk.azure.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.exception.ResourceNotFoundException;
import com.azure.security.keyvault.keys.cryptography.models.KeyWrapAlgorithm;
import com.azure.security.keyvault.keys.models.CreateRsaKeyOptions;
import com.azure.security.keyvault.keys.models.KeyProperties;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.http.HttpFace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The key client of azure-security-keyvault-keys, unchanged, over the HTTP face. */
class KeyClientOverHttpFaceTest {
    private final SdkWorld world = new SdkWorld();

    @Test
    void firstCallOfAHost_isChallengedAndThenServed() {
        var key = world.keyClient().getKey(SdkWorld.KEY);

        assertThat(key.getId()).isEqualTo(world.key().toString());
        assertThat(key.getKeyType()).hasToString("RSA");
        var calls = world.journal().entries();
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0).principal()).isEmpty();
        assertThat(calls.get(0).outcome()).startsWith("401");
        assertThat(calls.get(1).outcome()).startsWith("200");
    }

    @Test
    void keyMade_hasItsVersionsListed() {
        world.keyClient()
                .createRsaKey(new CreateRsaKeyOptions("fresh").setKeySize(2048).setPublicExponent(65537));
        world.keyClient()
                .createRsaKey(new CreateRsaKeyOptions("fresh").setKeySize(2048).setPublicExponent(65537));

        assertThat(world.keyClient().listPropertiesOfKeyVersions("fresh"))
                .hasSize(2)
                .extracting(KeyProperties::getVersion)
                .doesNotHaveDuplicates();
    }

    @Test
    void wrappedSecret_unwrapsToItself() {
        var secret = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);
        var cryptography = world.keyClient().getCryptographyClient(SdkWorld.KEY);

        var wrapped = cryptography.wrapKey(KeyWrapAlgorithm.RSA_OAEP_256, secret);

        assertThat(wrapped.getEncryptedKey()).hasSize(256).isNotEqualTo(secret);
        assertThat(cryptography
                        .unwrapKey(KeyWrapAlgorithm.RSA_OAEP_256, wrapped.getEncryptedKey())
                        .getKey())
                .isEqualTo(secret);
    }

    @Test
    void deletedKey_isFoundAmongTheDeleted() {
        var poller = world.keyClient().beginDeleteKey(SdkWorld.KEY).setPollInterval(Duration.ofMillis(1));
        poller.waitForCompletion();

        assertThat(world.keyClient().getDeletedKey(SdkWorld.KEY).getScheduledPurgeDate())
                .isNotNull();
        assertThatThrownBy(() -> world.keyClient().getKey(SdkWorld.KEY)).isInstanceOf(ResourceNotFoundException.class);
    }

    @Test
    void asynchronousClient_worksAsWell() {
        assertThat(world.keyClientBuilder(FakeAzure.OWNER)
                        .buildAsyncClient()
                        .getKey(SdkWorld.KEY)
                        .block()
                        .getId())
                .isEqualTo(world.key().toString());
    }

    @Test
    void callerWithoutDataRight_isForbidden() {
        var client = world.keyClientBuilder("stranger").buildClient();

        assertThatThrownBy(() -> client.getKey(SdkWorld.KEY))
                .isInstanceOfSatisfying(
                        HttpResponseException.class,
                        refused -> assertThat(refused.getResponse().getStatusCode())
                                .isEqualTo(403));
    }

    @Test
    void token_isNowhereInTheJournal() {
        world.keyClient().getKey(SdkWorld.KEY);

        assertThat(world.journal().entries().toString()).doesNotContain(HttpFace.TOKEN_CANARY);
        assertThat(world.journal().timeline()).doesNotContain(HttpFace.TOKEN_CANARY);
    }
}
