package io.github.hpccachecmk.testkit.transport;

import io.github.hpccachecmk.core.wire.JsonView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a token says. Its text has the three parts of a JSON web token; in the place of the signature is a text that no
 * output may ever hold.
 *
 * @param caller the name of the caller
 * @param audience whom it is for, without {@code /.default}
 * @param expires until when it is good
 */
public record FakeToken(String caller, String audience, Instant expires) {

    /** In every token in the place of the signature, so that a test can look for it where no token belongs. */
    public static final String CANARY = "CANARY-token-that-must-not-leak";

    /** The token as it stands in a header. */
    public String text() {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("aud", audience);
        claims.put("sub", caller);
        claims.put("exp", expires.getEpochSecond());
        return encoded(Map.of("alg", "none")) + "." + encoded(claims) + "." + CANARY;
    }

    /** Who shows it. */
    public Bearer bearer() {
        return new Bearer(caller, Optional.of(audience));
    }

    /** Reads an Authorization header; empty when it holds no token made here. */
    public static Optional<FakeToken> inHeader(String authorization) {
        var parts = authorization.replaceFirst("(?i)^Bearer +", "").split("\\.", -1);
        if (parts.length != 3 || !parts[2].equals(CANARY)) {
            return Optional.empty();
        }
        return decoded(parts[1])
                .flatMap(claims -> claims.text("sub")
                        .flatMap(caller -> claims.text("aud")
                                .flatMap(audience -> claims.number("exp")
                                        .map(expires ->
                                                new FakeToken(caller, audience, Instant.ofEpochSecond(expires))))));
    }

    private static String encoded(Map<String, Object> part) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(JsonText.write(part).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<JsonView> decoded(String part) {
        try {
            return JsonText.read(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
                            instanceof Map<?, ?> claims
                    ? Optional.of(new JsonView(claims))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException foreign) {
            // Whatever it is, it was not made here, and a service would not take it either.
            return Optional.empty();
        }
    }

    /** Hides what must not be shown. */
    @Override
    public String toString() {
        return "token of " + caller + " for " + audience;
    }
}
