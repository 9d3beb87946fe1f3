package io.github.hpccachecmk.testkit.loopback;

import io.github.hpccachecmk.core.wire.JsonView;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.transport.Bearer;
import io.github.hpccachecmk.testkit.transport.FakeToken;
import io.github.hpccachecmk.testkit.transport.JsonText;
import io.github.hpccachecmk.testkit.world.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Says whose a bearer token is: one that the HTTP face gave out, a JSON web token whose {@code oid} is that of a caller
 * (nobody checks its signature or dates), or the bare name of a caller. What is nobody's is no token.
 */
final class Callers {
    private static final Pattern BEARER = Pattern.compile("(?i)bearer +(\\S+) *");
    private static final Pattern DOT = Pattern.compile("\\.");

    private final FakeAzure azure;

    Callers(FakeAzure azure) {
        this.azure = azure;
    }

    Optional<Bearer> of(String authorization) {
        Optional<FakeToken> given = FakeToken.inHeader(authorization);
        if (given.isPresent()) {
            return given.filter(token -> token.expires().isAfter(azure.now())).map(FakeToken::bearer);
        }
        var bearer = BEARER.matcher(authorization);
        if (!bearer.matches()) {
            return Optional.empty();
        }
        String token = bearer.group(1);
        return azure.world().caller(token).isPresent()
                ? Optional.of(new Bearer(token, Optional.empty()))
                : claims(token).flatMap(this::named);
    }

    private Optional<Bearer> named(JsonView claims) {
        return claims.text("oid")
                .flatMap(oid -> azure.world()
                        .callers()
                        .filter(caller -> caller.objectId().equalsIgnoreCase(oid))
                        .map(Caller::name)
                        .findFirst())
                .map(caller -> new Bearer(caller, claims.text("aud")));
    }

    private static Optional<JsonView> claims(String token) {
        List<String> parts = DOT.splitAsStream(token).toList();
        if (parts.size() < 2) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(parts.get(1)), StandardCharsets.UTF_8);
            return JsonText.read(text) instanceof Map<?, ?> claims
                    ? Optional.of(new JsonView(claims))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException noToken) {
            // Whatever it is, it names no caller, and a service would not take it either.
            return Optional.empty();
        }
    }
}
