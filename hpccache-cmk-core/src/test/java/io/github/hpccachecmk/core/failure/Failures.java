package io.github.hpccachecmk.core.failure;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Failed calls for tests. */
final class Failures {
    static final String VAULT =
            "/subscriptions/11111111-1111-1111-1111-111111111111/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/v";
    static final Instant AT = Instant.parse("2026-01-01T00:00:00Z");

    private Failures() {}

    static RemoteFailure answered(
            PortOperation operation, int status, String code, String message, String... innerCodes) {
        return new RemoteFailure(
                operation,
                VAULT,
                Delivery.ANSWERED,
                status,
                code,
                message,
                List.of(innerCodes),
                Optional.empty(),
                Optional.of("req-1"),
                AT);
    }

    static RemoteFailure throttled(PortOperation operation, Duration retryAfter) {
        return new RemoteFailure(
                operation,
                VAULT,
                Delivery.ANSWERED,
                429,
                "TooManyRequests",
                "slow down",
                List.of(),
                Optional.of(retryAfter),
                Optional.empty(),
                AT);
    }

    static RemoteFailure unanswered(PortOperation operation, Delivery delivery) {
        return new RemoteFailure(
                operation,
                VAULT,
                delivery,
                0,
                "",
                "connection reset",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                AT);
    }
}
