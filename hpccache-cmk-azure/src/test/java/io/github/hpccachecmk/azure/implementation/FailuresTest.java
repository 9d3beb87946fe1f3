package io.github.hpccachecmk.azure.implementation;

import static io.github.hpccachecmk.azure.implementation.Stage.AT_DATE;
import static io.github.hpccachecmk.azure.implementation.Stage.CACHE;
import static io.github.hpccachecmk.azure.implementation.Stage.CONTEXT;
import static io.github.hpccachecmk.azure.implementation.Stage.DATE;
import static io.github.hpccachecmk.azure.implementation.Stage.NOW;
import static io.github.hpccachecmk.azure.implementation.Stage.VAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;

class FailuresTest {
    private final Stage stage = new Stage();

    static Stream<Arguments> refusals() {
        return Stream.of(
                row(400, error("PrincipalNotFound", "does not exist in the directory"), "PrincipalNotFound", List.of()),
                row(
                        403,
                        "{\"error\":{\"code\":\"Forbidden\",\"message\":\"m\",\"innererror\":{\"code\":\"ForbiddenByRbac\"}}}",
                        "Forbidden",
                        List.of("ForbiddenByRbac")),
                row(
                        403,
                        "{\"error\":{\"code\":\"A\",\"message\":\"m\",\"details\":[{\"code\":\"B\",\"message\":\"x\",\"details\":[{\"code\":\"C\"}]},"
                                + "{\"code\":\"D\",\"innererror\":{\"code\":\"B\"}}],\"innererror\":{\"code\":\"I\",\"innererror\":{\"code\":\"J\"}}}}",
                        "A",
                        List.of("I", "J", "B", "C", "D")),
                row(409, error("OperationNotAllowed", "retired"), "OperationNotAllowed", List.of()),
                row(409, "{\"code\":\"ConflictError\",\"message\":\"no envelope\"}", "ConflictError", List.of()),
                row(412, "", "", List.of()),
                row(500, "<html>gateway</html>", "", List.of()),
                row(503, "{\"error\":{\"code\":\"Busy\"", "", List.of()),
                row(502, "{\"error\":\"a text\"}", "", List.of()),
                row(500, "[1]", "", List.of()));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusals_areToldAsTheWireShowedThem(int status, String body, String code, List<String> innerCodes) {
        for (var call : both()) {
            stage.azure.answer(status, body, "Date", DATE, "x-ms-request-id", "request-1");

            var failure = failure(call);

            assertThat(failure.status()).isEqualTo(status);
            assertThat(failure.serviceCode()).isEqualTo(code);
            assertThat(failure.innerCodes()).isEqualTo(innerCodes);
            assertThat(failure.serviceMessage()).isNotEmpty();
            assertThat(failure.delivery()).isEqualTo(Delivery.ANSWERED);
            assertThat(failure.requestId()).contains("request-1");
            assertThat(failure.retryAfter()).isEmpty();
            assertThat(failure.at()).isEqualTo(AT_DATE);
        }
        assertThat(stage.azure.sent).as("nothing is retried").hasSize(2);
    }

    static Stream<Arguments> waits() {
        return Stream.of(
                Arguments.of("Retry-After", "17", Optional.of(Duration.ofSeconds(17))),
                Arguments.of("Retry-After", "0", Optional.of(Duration.ZERO)),
                Arguments.of("Retry-After", "Mon, 4 May 2026 10:02:07 GMT", Optional.of(Duration.ofMinutes(2))),
                Arguments.of("Retry-After", "Mon, 4 May 2026 09:00:00 GMT", Optional.of(Duration.ZERO)),
                Arguments.of("retry-after-ms", "1500", Optional.of(Duration.ofMillis(1500))),
                Arguments.of("x-ms-retry-after-ms", "250", Optional.of(Duration.ofMillis(250))),
                Arguments.of("Retry-After", "soon", Optional.empty()),
                Arguments.of("Retry-After", "-5", Optional.empty()),
                Arguments.of("Retry-After", "99999999999999999999", Optional.empty()));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void retryAfter_isToldExactly(String header, String value, Optional<Duration> expected) {
        for (var call : both()) {
            stage.azure.answer(429, error("TooManyRequests", "slow"), "Date", DATE, header, value);

            assertThat(failure(call).retryAfter()).isEqualTo(expected);
        }
    }

    static Stream<Arguments> silences() {
        return Stream.of(
                Arguments.of(new UnknownHostException("management.azure.com"), Delivery.NOT_SENT),
                Arguments.of(new ConnectException("refused"), Delivery.NOT_SENT),
                Arguments.of(new HttpConnectTimeoutException("connect"), Delivery.NOT_SENT),
                Arguments.of(new HttpTimeoutException("no answer"), Delivery.UNKNOWN),
                Arguments.of(new TimeoutException("no answer"), Delivery.UNKNOWN),
                Arguments.of(new SocketException("Connection reset"), Delivery.UNKNOWN),
                Arguments.of(new IOException("closed", new ConnectException("inner")), Delivery.NOT_SENT));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void withoutAnswer_deliveryTellsWhetherItCanHaveHadAnEffect(Exception thrown, Delivery expected) {
        for (var call : both()) {
            stage.azure.fail(thrown);

            var failure = failure(call);

            assertThat(failure.delivery()).isEqualTo(expected);
            assertThat(failure.status()).isZero();
            assertThat(failure.serviceCode()).isEmpty();
            assertThat(failure.serviceMessage()).isNotEmpty();
            assertThat(failure.at()).isEqualTo(NOW);
        }
    }

    @Test
    void missingCredential_isNotSent() {
        stage.credential = broken(new ClientAuthenticationException("no account", null));

        for (var call : both()) {
            var failure = failure(call);
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(failure.status()).isEqualTo(401);
            assertThat(failure.serviceCode()).isEqualTo("CredentialUnavailable");
            assertThat(failure.serviceMessage()).contains("no account");
        }
        assertThat(stage.azure.sent).isEmpty();
    }

    @Test
    void tokenServiceOutOfReach_isATransientNotSent() {
        stage.credential = broken(new ClientAuthenticationException(
                "no net", null, new UnknownHostException("login.microsoftonline.com")));

        for (var call : both()) {
            var failure = failure(call);
            assertThat(failure.delivery()).isEqualTo(Delivery.NOT_SENT);
            assertThat(failure.status()).isZero();
            assertThat(failure.serviceCode()).isEmpty();
        }
    }

    @Test
    void credentialThatThrowsAnything_isNotSent() {
        stage.credential = broken(new IllegalStateException("bug"));

        for (var call : both()) {
            assertThat(failure(call).delivery()).isEqualTo(Delivery.NOT_SENT);
        }
        assertThat(stage.azure.sent).isEmpty();
    }

    @Test
    void refusedToken_isAnAnswer() {
        for (var call : both()) {
            stage.azure.answer(401, error("InvalidAuthenticationTokenTenant", "wrong tenant"));

            var failure = failure(call);
            assertThat(failure.delivery()).isEqualTo(Delivery.ANSWERED);
            assertThat(failure.status()).isEqualTo(401);
            assertThat(failure.serviceCode()).isEqualTo("InvalidAuthenticationTokenTenant");
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {"{\"id\":", "<html/>", "{\"id\":\"no id\",\"properties\":{}}", "[]", "{}", "{} {}"})
    void unreadableAnswer_isAsGoodAsALostOne(String body) {
        for (var call : both()) {
            stage.azure.answer(200, body, "Date", DATE);

            var failure = failure(call);
            assertThat(failure.delivery()).isEqualTo(Delivery.UNKNOWN);
            assertThat(failure.status()).isEqualTo(200);
            assertThat(failure.serviceCode()).isEqualTo("UnreadableAnswer");
        }
    }

    @Test
    void failure_namesOperationAndResource() {
        stage.azure.answer(403, error("AuthorizationFailed", "no")).answer(403, error("AuthorizationFailed", "no"));

        var target = failure(both().get(0));
        assertThat(target.operation()).isEqualTo(PortOperation.GET_TARGET);
        assertThat(target.scope()).isEqualTo(CACHE.toString());
        var vault = failure(both().get(1));
        assertThat(vault.operation()).isEqualTo(PortOperation.PROTECT_VAULT);
        assertThat(vault.scope()).isEqualTo(VAULT.toString());
    }

    @Test
    void interruptedCall_keepsTheInterrupt() {
        stage.azure.fail(new InterruptedException("stop"));

        failure(both().get(0));

        assertThat(Thread.interrupted()).isTrue();
    }

    /** The same over our own client and over the SDK's. */
    private List<Runnable> both() {
        var ports = stage.ports();
        return List.of(
                () -> ports.targets().get(CONTEXT, CACHE), () -> ports.vaults().protect(CONTEXT, VAULT));
    }

    private static RemoteFailure failure(Runnable call) {
        return catchThrowableOfType(RemoteException.class, call::run).failure();
    }

    private static TokenCredential broken(RuntimeException thrown) {
        return request -> Mono.error(thrown);
    }

    private static String error(String code, String message) {
        return "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\"}}";
    }

    private static Arguments row(int status, String body, String code, List<String> innerCodes) {
        return Arguments.of(status, body, code, innerCodes);
    }
}
