package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import reactor.core.publisher.Mono;

/** Sends the flow's correlation id with every call. */
final class CallPolicy implements HttpPipelinePolicy {
    private static final HttpHeaderName CORRELATION = HttpHeaderName.fromString("x-ms-correlation-request-id");

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return Mono.defer(() -> {
            stamp(context);
            return next.process();
        });
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        stamp(context);
        return next.processSync();
    }

    private static void stamp(HttpPipelineCallContext context) {
        Call.in(context).ifPresent(call -> context.getHttpRequest().setHeader(CORRELATION, call.correlationId()));
    }
}
