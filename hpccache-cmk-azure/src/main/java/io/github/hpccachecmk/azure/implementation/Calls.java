package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.HttpHeaders;
import com.azure.core.http.rest.Response;
import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.RemoteException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Makes one remote call: times the answer, maps the failure, tells the listener. Thread-safe. */
final class Calls {
    private static final int NOT_FOUND = 404;

    private final InstantSource clock;
    private final CallObserver observer;
    private final Failures failures;

    /**
     * The one way to call.
     *
     * @param clock where an answer has no {@code Date}
     * @param observer told of every call
     */
    Calls(InstantSource clock, CallObserver observer) {
        this.clock = clock;
        this.observer = observer;
        this.failures = new Failures(clock);
    }

    /**
     * A call whose answer is wanted whatever it is.
     *
     * @param call which one
     * @param send sends it, once
     * @param read reads the answer
     * @return what was read
     * @throws RemoteException when the call did not succeed
     */
    <T, R extends Response<?>> Answer<T> answer(Call call, Supplier<R> send, Function<R, T> read) {
        Instant start = clock.instant();
        try {
            var response = send.get();
            var answer = new Answer<>(read.apply(response), at(response.getHeaders()));
            tell(call, start, response.getStatusCode(), "");
            return answer;
        } catch (RuntimeException thrown) {
            var failed = failures.of(call, thrown);
            tell(call, start, failed.failure().status(), failed.failure().serviceCode());
            throw failed;
        }
    }

    /**
     * A read of something that may not exist.
     *
     * @param call which one
     * @param send sends it, once
     * @param read reads the answer
     * @return what was read; empty on 404
     * @throws RemoteException when the call did not succeed
     */
    <T, R extends Response<?>> Answer<Optional<T>> find(Call call, Supplier<R> send, Function<R, T> read) {
        try {
            return answer(call, send, response -> Optional.of(read.apply(response)));
        } catch (RemoteException failed) {
            if (failed.failure().status() == NOT_FOUND) {
                return new Answer<>(Optional.empty(), failed.failure().at());
            }
            throw failed;
        }
    }

    private void tell(Call call, Instant start, int status, String code) {
        observer.called(call.operation(), call.scope(), call.correlationId(), start, clock.instant(), status, code);
    }

    private Instant at(HttpHeaders headers) {
        return Times.date(headers).orElseGet(clock::instant);
    }
}
