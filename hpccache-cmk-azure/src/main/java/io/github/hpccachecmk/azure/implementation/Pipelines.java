package io.github.hpccachecmk.azure.implementation;

import com.azure.core.credential.TokenCredential;
import com.azure.core.http.HttpPipeline;
import com.azure.core.http.HttpPipelineBuilder;
import com.azure.core.http.policy.AddHeadersPolicy;
import com.azure.core.http.policy.BearerTokenAuthenticationPolicy;
import com.azure.core.http.policy.HttpPipelinePolicy;
import com.azure.core.http.policy.HttpPolicyProviders;
import com.azure.core.http.policy.RequestIdPolicy;
import com.azure.core.http.policy.UserAgentPolicy;
import com.azure.core.util.Configuration;
import com.azure.core.util.CoreUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the pipelines together. There is no retry and no redirect policy: the core decides what is sent again. Everything
 * that reads or changes a request comes before the token is attached; behind it there are the guard and the transport.
 */
final class Pipelines {
    private static final String ARTIFACT = "hpccache-cmk";

    private Pipelines() {}

    /** The pipeline of Azure Resource Manager. */
    static HttpPipeline arm(PipelineSettings settings) {
        var policies = new ArrayList<HttpPipelinePolicy>();
        policies.add(new UserAgentPolicy(
                CoreUtils.getApplicationId(settings.clientOptions(), settings.logOptions()),
                ARTIFACT,
                version(),
                Configuration.getGlobalConfiguration()));
        var headers = CoreUtils.createHttpHeadersFromClientOptions(settings.clientOptions());
        if (headers != null) {
            policies.add(new AddHeadersPolicy(headers));
        }
        policies.addAll(guarded(
                settings,
                settings.armEndpoint(),
                settings.credential(),
                settings.cloud().armScope()));
        return built(settings, policies);
    }

    /** The pipeline of one vault, for what the Key Vault client cannot do. */
    static HttpPipeline vault(PipelineSettings settings, String vaultUrl) {
        var suffix = settings.cloud().vaultSuffix();
        return built(
                settings,
                guarded(
                        settings,
                        vaultUrl,
                        new VaultCredential(settings.credential(), suffix),
                        "https://" + suffix + "/.default"));
    }

    /** A token for one host only, and all that has to happen before and after one is asked for. */
    private static List<HttpPipelinePolicy> guarded(
            PipelineSettings settings, String host, TokenCredential credential, String scope) {
        var policies = new ArrayList<>(aheadOfToken(settings));
        policies.add(new HostGuardPolicy(host));
        policies.add(new BearerTokenAuthenticationPolicy(credential, scope));
        policies.add(new TracePolicy());
        return policies;
    }

    private static HttpPipeline built(PipelineSettings settings, List<HttpPipelinePolicy> policies) {
        return new HttpPipelineBuilder()
                .httpClient(settings.httpClient())
                .clientOptions(settings.clientOptions())
                .policies(policies.toArray(HttpPipelinePolicy[]::new))
                .build();
    }

    /** What both planes have in front of the token, in order. */
    static List<HttpPipelinePolicy> aheadOfToken(PipelineSettings settings) {
        var policies = new ArrayList<HttpPipelinePolicy>();
        policies.add(new RequestIdPolicy());
        policies.add(new CallPolicy());
        policies.add(new KeyVaultVersionPolicy(settings.keyVaultVersion()));
        HttpPolicyProviders.addBeforeRetryPolicies(policies);
        policies.addAll(settings.policies());
        HttpPolicyProviders.addAfterRetryPolicies(policies);
        policies.add(new MaskedLogPolicy(settings.logOptions()));
        return policies;
    }

    private static String version() {
        return Optional.ofNullable(Pipelines.class.getPackage().getImplementationVersion())
                .orElse("dev");
    }
}
