package io.github.hpccachecmk.testkit.transport;

import io.github.hpccachecmk.testkit.world.TokenAudience;
import io.github.hpccachecmk.testkit.world.WireAddress;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Between the texts of HTTP and the requests and answers of the kernel; the same for every face that speaks HTTP. */
public final class WireText {
    private static final String AUTHORIZATION = "authorization";

    private WireText() {}

    /**
     * The kernel's form of a request. The token stays behind: only whose it is goes on, and for whom it was made.
     *
     * @throws MalformedBodyException when the body is neither blank nor JSON
     */
    public static WireRequest request(
            String method,
            String host,
            WireAddress address,
            Map<String, String> headers,
            String body,
            Optional<Bearer> bearer)
            throws MalformedBodyException {
        var kept = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        kept.putAll(headers);
        kept.remove(AUTHORIZATION);
        kept.remove(TokenAudience.HEADER);
        bearer.flatMap(Bearer::audience).ifPresent(audience -> kept.put(TokenAudience.HEADER, audience));
        return new WireRequest(
                method,
                host,
                address.path(),
                address.query(),
                kept,
                tree(body),
                bearer.map(Bearer::caller).orElse(""));
    }

    /** The body of an answer; without bytes when it has none. */
    public static byte[] body(WireResponse answer) {
        return answer.body() == null
                ? new byte[0]
                : JsonText.write(answer.body()).getBytes(StandardCharsets.UTF_8);
    }

    private static @Nullable Object tree(String body) throws MalformedBodyException {
        if (body.isBlank()) {
            return null;
        }
        try {
            return JsonText.read(body);
        } catch (IOException malformed) {
            throw new MalformedBodyException(malformed);
        }
    }
}
