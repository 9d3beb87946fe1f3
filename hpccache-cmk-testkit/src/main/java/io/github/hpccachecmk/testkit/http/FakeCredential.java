package io.github.hpccachecmk.testkit.http;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.github.hpccachecmk.testkit.transport.FakeToken;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** Gives out tokens of one caller, for whatever audience it is asked. */
final class FakeCredential implements TokenCredential {
    /** As long as those of managed identities are good: longer than a flow, whose time here passes faster than the SDK's own. */
    private static final Duration LIFETIME = Duration.ofHours(24);

    private static final String SCOPE_END = "/.default";

    private final String caller;
    private final Supplier<Instant> clock;

    FakeCredential(String caller, Supplier<Instant> clock) {
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public Mono<AccessToken> getToken(TokenRequestContext request) {
        return Mono.fromSupplier(() -> getTokenSync(request));
    }

    @Override
    public AccessToken getTokenSync(TokenRequestContext request) {
        var scope = request.getScopes().isEmpty() ? "" : request.getScopes().get(0);
        var audience = scope.endsWith(SCOPE_END) ? scope.substring(0, scope.length() - SCOPE_END.length()) : scope;
        var token = new FakeToken(caller, audience, clock.get().plus(LIFETIME));
        return new AccessToken(token.text(), token.expires().atOffset(ZoneOffset.UTC));
    }

    @Override
    public String toString() {
        return "credential of " + caller;
    }
}
