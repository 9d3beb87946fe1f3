package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelinePolicy;
import java.net.URI;
import java.net.URL;
import reactor.core.publisher.Mono;

/**
 * Sends nothing, and so no token, to any other place than the one it was made for: scheme, host and port have to be the
 * same. A next link, an operation URL or a redirect is somebody else's text.
 */
final class HostGuardPolicy implements HttpPipelinePolicy {
    private static final String SCHEME = "https";
    private static final int HTTPS_PORT = 443;

    private final String host;
    private final int port;

    /**
     * A guard of one place.
     *
     * @param endpoint where calls may go, for example {@code https://management.azure.com}
     */
    HostGuardPolicy(String endpoint) {
        var uri = URI.create(endpoint);
        this.host = uri.getHost();
        this.port = uri.getPort() < 0 ? HTTPS_PORT : uri.getPort();
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return Mono.defer(() -> {
            check(context.getHttpRequest().getUrl());
            return next.process();
        });
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        check(context.getHttpRequest().getUrl());
        return next.processSync();
    }

    @Override
    public HttpPipelinePosition getPipelinePosition() {
        return HttpPipelinePosition.PER_RETRY;
    }

    private void check(URL url) {
        int actualPort = url.getPort() < 0 ? url.getDefaultPort() : url.getPort();
        if (!SCHEME.equalsIgnoreCase(url.getProtocol())
                || !host.equalsIgnoreCase(url.getHost())
                || actualPort != port
                || url.getUserInfo() != null) {
            throw new HostRefusedException(url, host, port);
        }
    }
}
