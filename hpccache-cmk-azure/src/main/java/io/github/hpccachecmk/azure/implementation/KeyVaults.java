package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.HttpPipeline;
import com.azure.core.management.AzureEnvironment;
import com.azure.core.management.profile.AzureProfile;
import com.azure.resourcemanager.keyvault.KeyVaultManager;
import com.azure.resourcemanager.keyvault.fluent.KeyVaultManagementClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The SDK's Key Vault management client of each subscription: it knows one only. Thread-safe. */
final class KeyVaults {
    private final HttpPipeline pipeline;
    private final AzureEnvironment environment;
    private final Map<String, KeyVaultManagementClient> clients = new ConcurrentHashMap<>();

    KeyVaults(HttpPipeline pipeline, AzureEnvironment environment) {
        this.pipeline = pipeline;
        this.environment = environment;
    }

    KeyVaultManagementClient of(String subscription) {
        return clients.computeIfAbsent(subscription, this::client);
    }

    private KeyVaultManagementClient client(String subscription) {
        // With a pipeline given the manager builds none of its own, which would retry and register providers by itself.
        return KeyVaultManager.authenticate(pipeline, profile(environment, subscription))
                .serviceClient();
    }

    /** A profile whose tenant nothing here needs: it serves the fluent layer's vault creation. */
    static AzureProfile profile(AzureEnvironment environment, String subscription) {
        return new AzureProfile("", subscription, environment);
    }
}
