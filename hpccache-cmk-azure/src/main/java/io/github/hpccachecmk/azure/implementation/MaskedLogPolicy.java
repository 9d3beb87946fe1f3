package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelineNextPolicy;
import com.azure.core.http.HttpPipelineNextSyncPolicy;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.HttpLoggingPolicy;
import com.azure.core.http.policy.HttpPipelinePolicy;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/**
 * The SDK's log of a call, less what must not be in it: bodies of StorageCache (directory credentials, whichever way
 * they travel; operations) and of the key data plane are never logged, nor are headers and query parameters that hold a token or signature, even when the
 * caller's options allow them.
 */
final class MaskedLogPolicy implements HttpPipelinePolicy {
    private static final Set<HttpHeaderName> SECRET_HEADERS = Set.of(
            HttpHeaderName.AUTHORIZATION,
            HttpHeaderName.PROXY_AUTHORIZATION,
            HttpHeaderName.COOKIE,
            HttpHeaderName.SET_COOKIE,
            HttpHeaderName.LOCATION,
            HttpHeaderName.WWW_AUTHENTICATE,
            HttpHeaderName.fromString("Azure-AsyncOperation"),
            HttpHeaderName.fromString("Operation-Location"),
            HttpHeaderName.fromString("x-ms-authorization-auxiliary"));
    private static final Set<String> SECRET_PARAMETERS =
            Set.of("t", "c", "s", "h", "sig", "signature", "code", "token", "access_token", "$skiptoken");
    private static final String STORAGE_CACHE = "/providers/microsoft.storagecache/";
    private static final String MANAGEMENT = "/subscriptions/";

    private final HttpPipelinePolicy whole;
    private final HttpPipelinePolicy withoutBody;

    MaskedLogPolicy(HttpLogOptions options) {
        this.whole = new HttpLoggingPolicy(safe(options, options.getLogLevel())
                .setRequestLogger(options.getRequestLogger())
                .setResponseLogger(options.getResponseLogger()));
        // A logger of the caller's own would be handed the body.
        this.withoutBody = new HttpLoggingPolicy(safe(options, withoutBody(options.getLogLevel())));
    }

    @Override
    public Mono<HttpResponse> process(HttpPipelineCallContext context, HttpPipelineNextPolicy next) {
        return Mono.defer(() -> log(context.getHttpRequest()).process(context, next));
    }

    @Override
    public HttpResponse processSync(HttpPipelineCallContext context, HttpPipelineNextSyncPolicy next) {
        return log(context.getHttpRequest()).processSync(context, next);
    }

    private HttpPipelinePolicy log(HttpRequest request) {
        var path = request.getUrl().getPath().toLowerCase(Locale.ROOT);
        boolean dataPlane = !path.startsWith(MANAGEMENT);
        return dataPlane || path.contains(STORAGE_CACHE) ? withoutBody : whole;
    }

    private static HttpLogOptions safe(HttpLogOptions options, HttpLogDetailLevel level) {
        return new HttpLogOptions()
                .setLogLevel(level)
                .setAllowedHttpHeaderNames(options.getAllowedHttpHeaderNames().stream()
                        .filter(name -> !SECRET_HEADERS.contains(name))
                        .collect(Collectors.toSet()))
                .setAllowedQueryParamNames(options.getAllowedQueryParamNames().stream()
                        .filter(name -> !SECRET_PARAMETERS.contains(name.toLowerCase(Locale.ROOT)))
                        .collect(Collectors.toSet()))
                .disableRedactedHeaderLogging(options.isRedactedHeaderLoggingDisabled());
    }

    private static HttpLogDetailLevel withoutBody(HttpLogDetailLevel level) {
        return switch (level) {
            case BODY -> HttpLogDetailLevel.BASIC;
            case BODY_AND_HEADERS -> HttpLogDetailLevel.HEADERS;
            default -> level;
        };
    }
}
