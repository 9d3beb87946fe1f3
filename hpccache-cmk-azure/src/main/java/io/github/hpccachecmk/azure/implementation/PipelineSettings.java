package io.github.hpccachecmk.azure.implementation;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpClient;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.ClientOptions;
import io.github.hpccachecmk.core.port.KeyMaterialSource;
import io.github.hpccachecmk.model.Cloud;
import java.util.List;

/**
 * What the pipelines of both planes are made of.
 *
 * @param credential the caller's
 * @param cloud which cloud
 * @param armEndpoint where Azure Resource Manager is, without a trailing slash
 * @param httpClient the transport; must not follow redirects
 * @param policies the caller's, in order
 * @param clientOptions application id, headers, tracing
 * @param logOptions what of a call is logged
 * @param keyVaultVersion api-version of Key Vault management calls
 * @param storageCacheVersion api-version of StorageCache calls
 * @param keyMaterial where key material to import comes from
 */
public record PipelineSettings(
        TokenCredential credential,
        Cloud cloud,
        String armEndpoint,
        HttpClient httpClient,
        List<HttpPipelinePolicy> policies,
        ClientOptions clientOptions,
        HttpLogOptions logOptions,
        String keyVaultVersion,
        String storageCacheVersion,
        KeyMaterialSource keyMaterial) {
    /** Copies the list. */
    public PipelineSettings {
        policies = List.copyOf(policies);
    }

    /** Names no part of a credential. */
    @Override
    public String toString() {
        return "PipelineSettings[cloud=" + cloud + ", armEndpoint=" + armEndpoint + "]";
    }
}
