package io.github.hpccachecmk.azure.http;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.authorization.AuthorizationManager;
import com.azure.resourcemanager.keyvault.KeyVaultManager;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.KeyClientBuilder;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.http.HttpFace;
import io.github.hpccachecmk.testkit.journal.Journal;
import io.github.hpccachecmk.testkit.world.Change;
import io.github.hpccachecmk.testkit.world.Delay;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients of the Azure SDK as anybody builds them, over an Azure in memory with one vault and one key. */
final class SdkWorld {
    static final String GROUP = FakeAzure.DEFAULT_GROUP;
    static final String LOCATION = FakeAzure.DEFAULT_LOCATION;
    static final String KEY = "cache-key";
    private static final String ARM_SCOPE = "https://management.core.windows.net//.default";

    /** The key client remembers challenges by host for the whole JVM: each world has a vault host of its own. */
    private static final AtomicInteger WORLDS = new AtomicInteger();

    private final FakeAzure azure = FakeAzure.create();
    private final HttpFace face = HttpFace.of(azure);
    private final String vaultName = "sdk-vault-" + WORLDS.incrementAndGet();
    private final KeyUrl key;
    private final long begun;

    SdkWorld() {
        azure.timing(Change.ACCESS_POLICY_EFFECTIVE, Delay.immediate());
        azure.vault(vaultName).withRsaKey(KEY, 2048);
        key = KeyUrl.parse(azure.vault(vaultName).keyUrl(KEY));
        azure.principal("stranger");
        var entry = Map.of(
                "tenantId", azure.tenant(),
                "objectId", azure.principal(FakeAzure.OWNER).objectId(),
                "permissions", Map.of("keys", List.of("all")));
        azure.answer(WireRequest.arm(
                "PUT",
                vault() + "/accessPolicies/add",
                "2026-02-01",
                Map.of("properties", Map.of("accessPolicies", List.of(entry))),
                FakeAzure.OWNER));
        begun = azure.journal().last();
    }

    /** What the clients called. */
    Journal journal() {
        return azure.journal().after(begun);
    }

    VaultId vault() {
        return VaultId.parse(azure.id("Microsoft.KeyVault/vaults", vaultName));
    }

    KeyUrl key() {
        return key;
    }

    KeyVaultManager keyVaultManager() {
        return keyVaultManager(FakeAzure.OWNER);
    }

    KeyVaultManager keyVaultManager(String caller) {
        return keyVaultManager(caller, ARM_SCOPE);
    }

    KeyVaultManager keyVaultManager(String caller, String scope) {
        return KeyVaultManager.authenticate(pipeline(caller, scope), profile());
    }

    AuthorizationManager authorizationManager() {
        return AuthorizationManager.authenticate(pipeline(FakeAzure.OWNER, ARM_SCOPE), profile());
    }

    KeyClient keyClient() {
        return keyClientBuilder(FakeAzure.OWNER).buildClient();
    }

    KeyClientBuilder keyClientBuilder(String caller) {
        return keyClientBuilder(face.credentialFor(caller));
    }

    private KeyClientBuilder keyClientBuilder(TokenCredential credential) {
        return new KeyClientBuilder()
                .vaultUrl(key().vaultUri())
                .credential(credential)
                .httpClient(face.client())
                .retryOptions(new RetryOptions(new FixedDelayOptions(0, Duration.ofMillis(1))));
    }

    private HttpPipeline pipeline(String caller, String scope) {
        return new HttpPipelineBuilder()
                .httpClient(face.client())
                .policies(new BearerTokenAuthenticationPolicy(face.credentialFor(caller), scope))
                .build();
    }

    private AzureProfile profile() {
        return new AzureProfile(azure.tenant(), azure.subscription(), AzureEnvironment.AZURE);
    }
}
