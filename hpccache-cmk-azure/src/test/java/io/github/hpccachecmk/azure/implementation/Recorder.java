package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** A transport in memory: answers in the order the test wrote them down, and keeps what was sent. */
final class Recorder implements HttpClient {
    /** One request as it would have left. */
    record Sent(String method, String url, Map<String, String> headers, String body) {
        String path() {
            return java.net.URI.create(url).getRawPath();
        }

        String host() {
            return java.net.URI.create(url).getHost();
        }

        Map<String, String> query() {
            var query = new LinkedHashMap<String, String>();
            var raw = java.net.URI.create(url).getQuery();
            for (var pair : raw == null ? new String[0] : raw.split("&")) {
                query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
            }
            return query;
        }

        Map<String, Object> json() {
            return JsonCodec.read(com.azure.core.util.BinaryData.fromString(body));
        }
    }

    private final Deque<Function<HttpRequest, HttpResponse>> answers = new ArrayDeque<>();
    final List<Sent> sent = new ArrayList<>();

    Recorder answer(int status, String body, String... headers) {
        answers.add(request -> {
            var all = new HttpHeaders()
                    .set(HttpHeaderName.CONTENT_TYPE, "application/json")
                    .set(HttpHeaderName.CONTENT_LENGTH, String.valueOf(body.length()));
            for (int i = 0; i < headers.length; i += 2) {
                all.set(HttpHeaderName.fromString(headers[i]), headers[i + 1]);
            }
            return new StubResponse(request, status, all, body);
        });
        return this;
    }

    Recorder fail(Throwable failure) {
        answers.add(request -> {
            throw reactor.core.Exceptions.propagate(failure);
        });
        return this;
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return Mono.fromCallable(() -> handle(request));
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        return handle(request);
    }

    Sent only() {
        if (sent.size() != 1) {
            throw new AssertionError("expected one request, not " + sent);
        }
        return sent.get(0);
    }

    private synchronized HttpResponse handle(HttpRequest request) {
        var headers = new LinkedHashMap<String, String>();
        request.getHeaders()
                .forEach(header -> headers.put(header.getName().toLowerCase(java.util.Locale.ROOT), header.getValue()));
        var body = request.getBodyAsBinaryData();
        sent.add(new Sent(
                request.getHttpMethod().toString(),
                request.getUrl().toString(),
                headers,
                body == null ? "" : body.toString()));
        var answer = answers.poll();
        if (answer == null) {
            throw new AssertionError("no answer left for " + sent.get(sent.size() - 1));
        }
        return answer.apply(request);
    }
}
