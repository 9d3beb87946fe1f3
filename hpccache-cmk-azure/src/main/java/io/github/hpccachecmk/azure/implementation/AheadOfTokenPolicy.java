package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import reactor.core.publisher.Mono;

/** Keeps a policy in front of the one that attaches the token, whatever position it asks for, so that it sees no token. */
final class AheadOfTokenPolicy implements HttpPipelinePolicy {
    private final HttpPipelinePolicy policy;

    AheadOfTokenPolicy(HttpPipelinePolicy policy) {
        this.policy = policy;
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return policy.process(context, next);
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        return policy.processSync(context, next);
    }

    @Override
    public HttpPipelinePosition getPipelinePosition() {
        return HttpPipelinePosition.PER_CALL;
    }
}
