package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/**
 * Next to the transport: notes in the {@link CallTrace} what was sent and answered, and keeps the bodies of refusals so
 * that they can be read once more than the SDK does ({@code innererror} is in none of its models).
 */
final class TracePolicy implements HttpPipelinePolicy {
    private static final int FIRST_REFUSAL = 400;

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return Mono.defer(() -> {
            sent(context);
            return next.process()
                    .map(response -> answered(context, response))
                    .onErrorMap(Exception.class, thrown -> silent(context, thrown));
        });
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        sent(context);
        try {
            return answered(context, next.processSync());
        } catch (RuntimeException thrown) {
            throw silent(context, thrown);
        }
    }

    @Override
    public HttpPipelinePosition getPipelinePosition() {
        return HttpPipelinePosition.PER_RETRY;
    }

    private static void sent(HttpPipelineCallContext context) {
        Call.in(context).ifPresent(call -> call.trace().sent());
    }

    private static HttpResponse answered(HttpPipelineCallContext context, HttpResponse response) {
        var kept = response.getStatusCode() >= FIRST_REFUSAL ? response.buffer() : response;
        Call.in(context).ifPresent(call -> call.trace().answered(kept));
        return kept;
    }

    /** Logs and policies above are shown the transport's own exception, unless its words hold a secret. */
    private static RuntimeException silent(HttpPipelineCallContext context, Exception thrown) {
        Call.in(context).ifPresent(call -> call.trace().failed(thrown));
        if (Causes.of(thrown)
                .map(Causes::words)
                .allMatch(words -> Redactor.clean(words).equals(words))) {
            return Exceptions.propagate(thrown);
        }
        return new UncheckedIOException(new IOException(Redactor.clean(Causes.words(Causes.root(thrown)))));
    }
}
