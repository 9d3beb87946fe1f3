package io.github.hpccachecmk.azure.implementation;

import com.azure.core.management.AzureEnvironment;
import com.azure.resourcemanager.authorization.AuthorizationManager;
import io.github.hpccachecmk.core.port.KeyMaterials;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.model.Cloud;
import java.time.InstantSource;
import java.util.HashMap;

/** Puts the ports together on the Azure SDK. */
public final class Adapters {
    private static final String NO_SUBSCRIPTION = "00000000-0000-0000-0000-000000000000";

    private Adapters() {}

    /**
     * The ports.
     *
     * @param settings credential, cloud, transport, policies
     * @param clock the time where an answer has no {@code Date}
     * @param observer told of every remote call
     * @return thread-safe ports; nothing is sent before the first call
     */
    public static Ports ports(PipelineSettings settings, InstantSource clock, CallObserver observer) {
        var calls = new Calls(clock, observer);
        var materials = new KeyMaterials(settings.keyMaterial(), clock);
        var pipeline = Pipelines.arm(settings);
        var environment = environment(settings.cloud(), settings.armEndpoint());
        var rest = new ArmRest(pipeline, settings.armEndpoint());
        var keyVaults = new KeyVaults(pipeline, environment);
        var known = new KnownVaults(settings.cloud().vaultSuffix());
        // Role assignments are called by scope, so that one client serves every subscription.
        var authorization =
                AuthorizationManager.authenticate(pipeline, KeyVaults.profile(environment, NO_SUBSCRIPTION));
        return new Ports(
                new TargetAdapter(calls, rest, settings.storageCacheVersion()),
                new VaultAdapter(calls, keyVaults, known, rest, settings.keyVaultVersion()),
                new KeyAdapter(calls, keyVaults, settings.cloud()),
                new KeyDataAdapter(
                        calls,
                        new KeyClients(settings, known),
                        new VaultRest(settings, known),
                        materials,
                        settings.cloud()),
                new AccessAdapter(calls, authorization.roleServiceClient().getRoleAssignments(), rest),
                new IdentityAdapter(calls, rest),
                new ProviderAdapter(calls, rest, settings.storageCacheVersion()),
                new InventoryAdapter(calls, rest),
                materials);
    }

    private static AzureEnvironment environment(Cloud cloud, String armEndpoint) {
        var standard = switch (cloud) {
            case PUBLIC -> AzureEnvironment.AZURE;
            case US_GOVERNMENT -> AzureEnvironment.AZURE_US_GOVERNMENT;
            case CHINA -> AzureEnvironment.AZURE_CHINA;
        };
        var endpoints = new HashMap<>(standard.getEndpoints());
        endpoints.put(AzureEnvironment.Endpoint.RESOURCE_MANAGER.identifier(), armEndpoint);
        return new AzureEnvironment(endpoints);
    }
}
