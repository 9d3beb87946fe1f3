package io.github.hpccachecmk.azure.implementation;

import com.azure.core.exception.ClientAuthenticationException;
import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpResponse;
import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * From what the SDK throws to what the wire showed. The SDK's own exception is not kept as a cause: its message is the
 * answer's whole body, which can hold a signed URL.
 */
final class Failures {
    private static final HttpHeaderName REQUEST_ID = HttpHeaderName.fromString("x-ms-request-id");
    private static final int FIRST_SUCCESS = 200;
    private static final int LAST_SUCCESS = 299;
    private static final int FIRST_REFUSAL = 400;
    private static final int UNAUTHORIZED = 401;

    private final InstantSource clock;

    Failures(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * The port's exception for a failed call.
     *
     * @param call the call
     * @param thrown what the SDK threw
     * @return to be thrown
     */
    RemoteException of(Call call, RuntimeException thrown) {
        if (Causes.contain(thrown, InterruptedException.class)) {
            // Reactor's block() turns the interrupt into an exception; whoever waits above has to see it too.
            Thread.currentThread().interrupt();
        }
        return new RemoteException(failure(call, thrown));
    }

    private RemoteFailure failure(Call call, RuntimeException thrown) {
        var refusal = Causes.of(thrown)
                .filter(HttpResponseException.class::isInstance)
                .map(cause -> ((HttpResponseException) cause).getResponse())
                .filter(response -> response != null && !isSuccess(response) && isOf(call, response))
                .findFirst();
        if (refusal.isPresent()) {
            return answered(call, refusal.get());
        }
        if (call.trace().underway()) {
            var delivery = call.trace().connected() ? Delivery.UNKNOWN : Delivery.NOT_SENT;
            return silent(call, delivery, 0, "", words(thrown));
        }
        var last = call.trace().last();
        if (last.isPresent() && last.get().getStatusCode() < FIRST_REFUSAL) {
            // An answer that ends early or is not what the service promises tells as much as a lost one.
            return silent(call, Delivery.UNKNOWN, last.get().getStatusCode(), "UnreadableAnswer", words(thrown));
        }
        if (last.isPresent() && last.get().getStatusCode() != UNAUTHORIZED) {
            return answered(call, last.get());
        }
        return notSent(call, thrown);
    }

    /** The SDK throws the same type for an answer that says "done" and cannot be read. */
    private static boolean isSuccess(HttpResponse response) {
        return response.getStatusCode() >= FIRST_SUCCESS && response.getStatusCode() <= LAST_SUCCESS;
    }

    /** The token's own service refuses with the same exception types as the service called. */
    private static boolean isOf(Call call, HttpResponse response) {
        return call.trace()
                .last()
                .filter(last -> last.getRequest()
                        .getUrl()
                        .getHost()
                        .equalsIgnoreCase(response.getRequest().getUrl().getHost()))
                .isPresent();
    }

    private RemoteFailure notSent(Call call, RuntimeException thrown) {
        if (Causes.contain(thrown, HostRefusedException.class)) {
            return silent(call, Delivery.NOT_SENT, 0, "HostRefused", words(thrown));
        }
        boolean refused = Causes.contain(thrown, ClientAuthenticationException.class)
                && !Causes.contain(thrown, IOException.class);
        return refused
                ? silent(call, Delivery.NOT_SENT, UNAUTHORIZED, "CredentialUnavailable", words(thrown))
                : silent(call, Delivery.NOT_SENT, 0, "", words(thrown));
    }

    private RemoteFailure answered(Call call, HttpResponse response) {
        var at = Times.date(response.getHeaders()).orElseGet(clock::instant);
        var error = ErrorBody.of(response);
        return new RemoteFailure(
                call.operation(),
                call.scope(),
                Delivery.ANSWERED,
                response.getStatusCode(),
                error.code(),
                error.message(),
                error.innerCodes(),
                Times.retryAfter(response.getHeaders(), at),
                Optional.ofNullable(response.getHeaderValue(REQUEST_ID)),
                at);
    }

    private RemoteFailure silent(Call call, Delivery delivery, int status, String code, String message) {
        Optional<Duration> noRetryAfter = Optional.empty();
        Optional<String> noRequestId = Optional.empty();
        Instant now = clock.instant();
        return new RemoteFailure(
                call.operation(),
                call.scope(),
                delivery,
                status,
                code,
                message,
                List.of(),
                noRetryAfter,
                noRequestId,
                now);
    }

    private static String words(RuntimeException thrown) {
        return Redactor.clean(Causes.words(Causes.root(thrown)));
    }
}
