package io.github.hpccachecmk.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import io.github.hpccachecmk.testkit.fault.ProcessStopped;
import io.github.hpccachecmk.testkit.transport.JsonText;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.TokenAudience;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class HttpFaceTest {
    private static final String ARM = "https://management.core.windows.net//.default";
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private final List<WireRequest> seen = new ArrayList<>();
    private WireOutcome outcome = new WireOutcome.Answered(WireResponse.of(200, Doc.of("name", "c1")));
    private Instant now = START;
    private final HttpFace face = new HttpFace(
            request -> {
                seen.add(request);
                return outcome;
            },
            () -> now);

    private HttpResponse send(HttpRequest request) {
        return face.client().sendSync(request, Context.NONE);
    }

    private String bearer(String caller) {
        return "Bearer "
                + face.credentialFor(caller)
                        .getTokenSync(new TokenRequestContext().addScopes(ARM))
                        .getToken();
    }

    @Test
    void request_reachesTheKernelTakenApart() {
        var request = new HttpRequest(
                        HttpMethod.PUT,
                        "https://management.azure.com/subscriptions/s1/x?api-version=2026-01-01&$filter=assignedTo%28%27p+1%27%29")
                .setHeader(HttpHeaderName.X_MS_CLIENT_REQUEST_ID, "r1")
                .setHeader(HttpHeaderName.AUTHORIZATION, bearer("alice"))
                .setBody("{\"properties\":{\"size\":3072}}");

        send(request);

        var wire = seen.get(0);
        assertThat(wire.method()).isEqualTo("PUT");
        assertThat(wire.host()).isEqualTo("management.azure.com");
        assertThat(wire.path()).isEqualTo("/subscriptions/s1/x");
        assertThat(wire.query())
                .containsOnly(Map.entry("api-version", "2026-01-01"), Map.entry("$filter", "assignedTo('p 1')"));
        assertThat(wire.header("x-ms-client-request-id")).contains("r1");
        assertThat(wire.document()).isEqualTo(Map.of("properties", Map.of("size", 3072)));
        assertThat(wire.principal()).isEqualTo("alice");
        assertThat(wire.header(TokenAudience.HEADER)).contains("https://management.core.windows.net/");
    }

    @Test
    void token_neverReachesTheKernel() {
        send(new HttpRequest(HttpMethod.GET, "https://management.azure.com/x")
                .setHeader(HttpHeaderName.AUTHORIZATION, bearer("alice")));

        assertThat(seen.get(0).headers().toString()).doesNotContain(HttpFace.TOKEN_CANARY);
        assertThat(seen.get(0).header("authorization")).isEmpty();
    }

    @Test
    void noTokenOrForeignOrExpiredOne_callerUnknown() {
        var expired = bearer("alice");
        now = START.plus(Duration.ofDays(2));

        for (String header :
                List.of("", "Bearer eyJhbGciOi.eyJzdWIi.c2ln", "Bearer x.y." + HttpFace.TOKEN_CANARY, expired)) {
            send(new HttpRequest(HttpMethod.GET, "https://management.azure.com/x")
                    .setHeader(HttpHeaderName.AUTHORIZATION, header));
        }

        assertThat(seen)
                .hasSize(4)
                .allSatisfy(wire -> assertThat(wire.principal()).isEmpty());
    }

    @Test
    void token_carriesTheCanaryAndADayOfTheWorldsTime() {
        var token = face.credentialFor("alice")
                .getToken(new TokenRequestContext().addScopes(ARM))
                .block();

        assertThat(token.getToken()).endsWith(HttpFace.TOKEN_CANARY);
        assertThat(token.getExpiresAt().toInstant()).isEqualTo(START.plus(Duration.ofDays(1)));
    }

    @Test
    void answer_comesWithStatusHeadersAndText() {
        outcome = new WireOutcome.Answered(WireResponse.of(401, Doc.of("a", 1))
                .withHeader("WWW-Authenticate", "Bearer authorization=\"https://login.windows.net/t\""));

        try (var response = send(new HttpRequest(HttpMethod.GET, "https://contoso.vault.azure.net/keys/k"))) {
            assertThat(response.getStatusCode()).isEqualTo(401);
            assertThat(response.getHeaderValue(HttpHeaderName.WWW_AUTHENTICATE))
                    .isEqualTo("Bearer authorization=\"https://login.windows.net/t\"");
            assertThat(response.getHeaderValue(HttpHeaderName.CONTENT_TYPE)).startsWith("application/json");
            assertThat(response.getBodyAsBinaryData().toString()).isEqualTo("{\r\n  \"a\": 1\r\n}");
            assertThat(response.getBodyAsString().block()).isEqualTo("{\r\n  \"a\": 1\r\n}");
            assertThat(response.getHeaderValue(HttpHeaderName.CONTENT_LENGTH)).isEqualTo("14");
        }
    }

    @Test
    void answerWithoutBody_isEmpty() {
        outcome = new WireOutcome.Answered(WireResponse.empty(204));

        try (var response = send(new HttpRequest(HttpMethod.DELETE, "https://management.azure.com/x"))) {
            assertThat(response.getBodyAsByteArray().blockOptional()).isEmpty();
            assertThat(response.getBodyAsBinaryData().toBytes()).isEmpty();
        }
    }

    @Test
    void timeOut_isThatOfASocketOnBothPaths() {
        outcome = new WireOutcome.TimedOut();
        var request = new HttpRequest(HttpMethod.GET, "https://management.azure.com/x");

        assertThatThrownBy(() -> send(request))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(SocketTimeoutException.class);
        assertThatThrownBy(() -> face.client().send(request).block()).hasCauseInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void reset_isThatOfASocketOnBothPaths() {
        outcome = new WireOutcome.Reset();
        var request = new HttpRequest(HttpMethod.GET, "https://management.azure.com/x");

        assertThatThrownBy(() -> send(request))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseInstanceOf(SocketException.class)
                .hasMessageContaining("Connection reset");
        assertThatThrownBy(() -> face.client().send(request).block())
                .hasRootCauseInstanceOf(SocketException.class)
                .hasMessageContaining("Connection reset");
    }

    @Test
    void stoppedProcess_isNoFailureThatAClientHandles() {
        var stopped = new HttpFace(
                request -> {
                    throw new ProcessStopped("before GET_VAULT");
                },
                () -> now);
        var request = new HttpRequest(HttpMethod.GET, "https://management.azure.com/x");

        assertThatThrownBy(() -> stopped.client().sendSync(request, Context.NONE))
                .isInstanceOf(ProcessStopped.class);
        assertThatThrownBy(() -> stopped.client()
                        .send(request)
                        .onErrorResume(failure -> Mono.empty())
                        .block())
                .isInstanceOf(ProcessStopped.class);
    }

    @Test
    void plainHttp_isNotServed() {
        assertThatThrownBy(() -> send(new HttpRequest(HttpMethod.GET, "http://management.azure.com/x")))
                .hasCauseInstanceOf(ConnectException.class);
        assertThat(seen).isEmpty();
    }

    @Test
    void bodyThatIsNoJson_answeredAsBadRequest() throws IOException {
        try (var response =
                send(new HttpRequest(HttpMethod.PUT, "https://management.azure.com/x").setBody("{\"properties\":"))) {
            assertThat(response.getStatusCode()).isEqualTo(400);
            assertThat(JsonText.read(response.getBodyAsBinaryData().toString()))
                    .extracting("error.code")
                    .isEqualTo("InvalidRequestContent");
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void asynchronousSend_callsNothingBeforeItIsSubscribedTo() {
        var later = face.client().send(new HttpRequest(HttpMethod.GET, "https://management.azure.com/x"));
        assertThat(seen).isEmpty();

        assertThat(later.block().getStatusCode()).isEqualTo(200);
        assertThat(seen).hasSize(1);
    }
}
