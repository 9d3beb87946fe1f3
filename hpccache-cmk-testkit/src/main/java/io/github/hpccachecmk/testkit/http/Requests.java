package io.github.hpccachecmk.testkit.http;

import com.azure.core.http.HttpHeader;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import io.github.hpccachecmk.testkit.world.TokenAudience;
import io.github.hpccachecmk.testkit.world.WireAddress;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads requests of the Azure SDK. */
final class Requests {
    private final Supplier<Instant> clock;

    Requests(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /**
     * The kernel's form of a request. The token stays behind: only whose it is goes on, and for whom it was made.
     *
     * @throws IOException when the address cannot be one of a service
     */
    WireRequest wire(HttpRequest request) throws IOException {
        var url = WireAddress.of(request.getUrl().toString());
        if (!url.scheme().equals("https")) {
            throw new ConnectException(
                    "Connection refused: no service listens at " + url.scheme() + "://" + url.host());
        }
        var headers = new TreeMap<String, String>();
        for (HttpHeader header : request.getHeaders()) {
            headers.put(header.getName(), header.getValue());
        }
        headers.keySet().removeIf(HttpHeaderName.AUTHORIZATION.getCaseInsensitiveName()::equalsIgnoreCase);
        var token = token(request);
        token.ifPresent(some -> headers.put(TokenAudience.HEADER, some.audience()));
        return new WireRequest(
                request.getHttpMethod().toString(),
                url.host(),
                url.path(),
                url.query(),
                headers,
                body(request),
                token.map(FakeToken::caller).orElse(""));
    }

    private Optional<FakeToken> token(HttpRequest request) {
        return Optional.ofNullable(request.getHeaders().getValue(HttpHeaderName.AUTHORIZATION))
                .flatMap(FakeToken::inHeader)
                .filter(token -> token.expires().isAfter(clock.get()));
    }

    private static @Nullable Object body(HttpRequest request) throws MalformedBodyException {
        var data = request.getBodyAsBinaryData();
        var text = data == null ? "" : data.toString();
        if (text.isBlank()) {
            return null;
        }
        try {
            return JsonText.read(text);
        } catch (IOException | IllegalStateException malformed) {
            throw new MalformedBodyException(malformed);
        }
    }

    /** The one thing that the kernel cannot refuse, since it has no form for it. */
    static final class MalformedBodyException extends IOException {
        private static final long serialVersionUID = 1L;

        MalformedBodyException(Exception cause) {
            super("The request's body is no JSON", cause);
        }

        WireResponse answer() {
            var error = Map.of(
                    "code", "InvalidRequestContent",
                    "message", "The request content was invalid and could not be deserialized.");
            return WireResponse.of(400, Map.of("error", error));
        }
    }
}
