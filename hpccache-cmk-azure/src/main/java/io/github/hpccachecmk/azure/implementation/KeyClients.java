package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.RetryOptions;
import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.KeyClientBuilder;
import com.azure.security.keyvault.keys.KeyServiceVersion;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The SDK's key client of each vault host that ARM has named. The builder gets no pipeline, because only then does it add
 * the policy that verifies the vault's challenge; its retries and its log are switched off instead. Thread-safe.
 */
final class KeyClients {
    private static final RetryOptions NO_RETRY = new RetryOptions(new FixedDelayOptions(0, Duration.ZERO));

    private final PipelineSettings settings;
    private final KnownVaults known;
    private final Map<String, KeyClient> clients = new ConcurrentHashMap<>();

    KeyClients(PipelineSettings settings, KnownVaults known) {
        this.settings = settings;
        this.known = known;
    }

    KeyClient of(String host) {
        known.require(host);
        return clients.computeIfAbsent(host, this::client);
    }

    private KeyClient client(String host) {
        var vaultUrl = "https://" + host;
        var builder = new KeyClientBuilder()
                .vaultUrl(vaultUrl)
                .serviceVersion(KeyServiceVersion.V7_5)
                .credential(new VaultCredential(
                        settings.credential(), settings.cloud().vaultSuffix()))
                .httpClient(settings.httpClient())
                .clientOptions(settings.clientOptions())
                .httpLogOptions(new HttpLogOptions().setLogLevel(HttpLogDetailLevel.NONE))
                .retryOptions(NO_RETRY);
        // In front of the token: the caller's policies and the log. Behind it: the guard, then the trace.
        Pipelines.aheadOfToken(settings).forEach(policy -> builder.addPolicy(new AheadOfTokenPolicy(policy)));
        return builder.addPolicy(new HostGuardPolicy(vaultUrl))
                .addPolicy(new TracePolicy())
                .buildClient();
    }
}
