package io.github.hpccachecmk.azure.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.keyvault.KeyVaultManager;
import com.azure.security.keyvault.keys.KeyClientBuilder;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.loopback.LoopbackFace;
import io.github.hpccachecmk.testkit.loopback.LoopbackOptions;
import java.net.ProxySelector;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Clients of the Azure SDK with their usual endpoints, TLS and checks of host names; only their sockets lead to the port. */
class SdkOverLoopbackFaceTest {
    private final FakeAzure azure = FakeAzure.create();
    private final LoopbackFace face =
            LoopbackFace.serve(azure, LoopbackOptions.builder().https(true).build());
    private final SocketTurner turner;
    private final HttpClient client;

    /** Any token will do whose text is the name of a caller. */
    private final TokenCredential owner = scopes -> Mono.just(
            new AccessToken(FakeAzure.OWNER, OffsetDateTime.now(ZoneOffset.UTC).plusDays(1)));

    SdkOverLoopbackFaceTest() throws Exception {
        turner = new SocketTurner(face.port());
        client = new JdkHttpClientBuilder(java.net.http.HttpClient.newBuilder()
                        .sslContext(face.tls().orElseThrow().sslContext())
                        .proxy(ProxySelector.of(turner.address())))
                .build();
    }

    @AfterEach
    void close() throws Exception {
        turner.close();
        face.close();
    }

    @Test
    void vaultManager_readsAVaultAtManagementAzureCom() {
        azure.vault("loopback-vault");
        var pipeline = new HttpPipelineBuilder()
                .httpClient(client)
                .policies(new BearerTokenAuthenticationPolicy(owner, "https://management.core.windows.net//.default"))
                .build();
        var manager = KeyVaultManager.authenticate(
                pipeline, new AzureProfile(azure.tenant(), azure.subscription(), AzureEnvironment.AZURE));

        var vault = manager.vaults().getByResourceGroup(FakeAzure.DEFAULT_GROUP, "loopback-vault");

        assertThat(vault.vaultUri()).isEqualTo("https://loopback-vault.vault.azure.net/");
        assertThat(turner.asked()).allMatch(line -> line.startsWith("CONNECT management.azure.com:443"));
    }

    @Test
    void keyClient_isChallengedAndServedAtTheVaultsOwnHost() {
        azure.vault("loopback-keys").rbac().withRsaKey("cache-key", 2048);
        azure.principal(FakeAzure.OWNER).mayData("Microsoft.KeyVault/vaults/*");
        var keys = new KeyClientBuilder()
                .vaultUrl("https://loopback-keys.vault.azure.net")
                .credential(owner)
                .httpClient(client)
                .buildClient();

        assertThat(keys.getKey("cache-key").getId())
                .isEqualTo(azure.vault("loopback-keys").keyUrl("cache-key"));
        assertThat(azure.journal().calls("READ_KEY"))
                .extracting(entry -> entry.outcome().substring(0, 3))
                .containsExactly("401", "200");
        assertThat(turner.asked()).allMatch(line -> line.startsWith("CONNECT loopback-keys.vault.azure.net:443"));
    }
}
