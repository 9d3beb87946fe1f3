package io.github.hpccachecmk.testkit.http;

import com.azure.core.http.HttpHeader;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpRequest;
import io.github.hpccachecmk.testkit.transport.FakeToken;
import io.github.hpccachecmk.testkit.transport.WireText;
import io.github.hpccachecmk.testkit.world.WireAddress;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads requests of the Azure SDK. */
final class Requests {
    private final Supplier<Instant> clock;

    Requests(Supplier<Instant> clock) {
        this.clock = clock;
    }

    /**
     * The kernel's form of a request. The token stays behind: only whose it is goes on, and for whom it was made.
     *
     * @throws IOException when the address cannot be one of a service, or the body is no JSON
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
        var data = request.getBodyAsBinaryData();
        return WireText.request(
                request.getHttpMethod().toString(),
                url.host(),
                url,
                headers,
                data == null ? "" : data.toString(),
                token(request).map(FakeToken::bearer));
    }

    private Optional<FakeToken> token(HttpRequest request) {
        return Optional.ofNullable(request.getHeaders().getValue(HttpHeaderName.AUTHORIZATION))
                .flatMap(FakeToken::inHeader)
                .filter(token -> token.expires().isAfter(clock.get()));
    }
}
