package io.github.hpccachecmk.testkit.http;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.hpccachecmk.testkit.transport.MalformedBodyException;
import io.github.hpccachecmk.testkit.transport.WireText;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Turns requests of the Azure SDK into those of the kernel and its answers back. */
final class FakeHttpClient implements HttpClient {
    private final Function<WireRequest, WireOutcome> services;
    private final Requests requests;

    FakeHttpClient(Function<WireRequest, WireOutcome> services, Supplier<Instant> clock) {
        this.services = services;
        this.requests = new Requests(clock);
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return Mono.fromCallable(() -> exchange(request));
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        try {
            return exchange(request);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private HttpResponse exchange(HttpRequest request) throws IOException {
        WireRequest wire;
        try {
            wire = requests.wire(request);
        } catch (MalformedBodyException malformed) {
            return response(request, malformed.answer());
        }
        var outcome = services.apply(wire);
        if (outcome instanceof WireOutcome.Answered answered) {
            return response(request, answered.response());
        }
        if (outcome instanceof WireOutcome.TimedOut) {
            throw new SocketTimeoutException("Read timed out");
        }
        throw new SocketException("Connection reset");
    }

    private static HttpResponse response(HttpRequest request, WireResponse answer) {
        var headers = new HttpHeaders();
        answer.headers().forEach((name, value) -> headers.set(HttpHeaderName.fromString(name), value));
        var body = WireText.body(answer);
        if (body.length > 0 && headers.getValue(HttpHeaderName.CONTENT_TYPE) == null) {
            headers.set(HttpHeaderName.CONTENT_TYPE, "application/json; charset=utf-8");
        }
        headers.set(HttpHeaderName.CONTENT_LENGTH, String.valueOf(body.length));
        return new FakeHttpResponse(request, answer.status(), headers, body);
    }
}
