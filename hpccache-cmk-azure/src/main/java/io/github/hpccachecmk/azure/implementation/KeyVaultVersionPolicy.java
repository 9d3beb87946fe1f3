package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.util.UrlBuilder;
import java.util.Locale;
import reactor.core.publisher.Mono;

/**
 * Sets the api-version of Key Vault management calls: azure-resourcemanager-keyvault 2.54.1 sends 2025-05-01, which stops
 * working on 2027-02-27 as every version before 2026-02-01 does. To be removed once the library sends a newer one.
 */
final class KeyVaultVersionPolicy implements HttpPipelinePolicy {
    private static final String PROVIDERS = "/providers/";
    private static final String KEY_VAULT = "microsoft.keyvault/";

    private final String apiVersion;

    KeyVaultVersionPolicy(String apiVersion) {
        this.apiVersion = apiVersion;
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return Mono.defer(() -> {
            apply(context);
            return next.process();
        });
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        apply(context);
        return next.processSync();
    }

    private void apply(HttpPipelineCallContext context) {
        var request = context.getHttpRequest();
        if (isKeyVault(request.getUrl().getPath())) {
            request.setUrl(UrlBuilder.parse(request.getUrl())
                    .setQueryParameter("api-version", apiVersion)
                    .toString());
        }
    }

    /** The last provider of a path answers: an assignment at a key's scope has Key Vault in its path and is not its call. */
    private static boolean isKeyVault(String path) {
        var lower = path.toLowerCase(Locale.ROOT);
        int last = lower.lastIndexOf(PROVIDERS);
        return last >= 0 && lower.startsWith(KEY_VAULT, last + PROVIDERS.length());
    }
}
