package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.core.port.RemoteException;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import io.github.hpccachecmk.core.wire.ServiceError;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Failed calls as the core wants to hear of them: what the wire showed, without interpretation. */
final class Failures {
    private Failures() {}

    static RemoteException refused(Call call, Reply reply) {
        var error = ServiceError.of(reply.view());
        return new RemoteException(new RemoteFailure(
                call.operation(),
                call.scope(),
                Delivery.ANSWERED,
                reply.status(),
                error.code(),
                error.message(),
                error.innerCodes(),
                reply.retryAfter(),
                reply.header("x-ms-request-id"),
                reply.at()));
    }

    static RemoteException unreadable(Call call, Reply reply, RuntimeException cause) {
        return new RemoteException(
                new RemoteFailure(
                        call.operation(),
                        call.scope(),
                        // An answer that is not what the service promises tells as much as a lost one.
                        Delivery.UNKNOWN,
                        reply.status(),
                        "UnreadableAnswer",
                        "the answer could not be read: " + cause.getMessage(),
                        List.of(),
                        Optional.empty(),
                        reply.header("x-ms-request-id"),
                        reply.at()),
                cause);
    }

    static RemoteException unanswered(Call call, Delivery delivery, String words, Instant now) {
        return new RemoteException(new RemoteFailure(
                call.operation(),
                call.scope(),
                delivery,
                0,
                "",
                words,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                now));
    }
}
