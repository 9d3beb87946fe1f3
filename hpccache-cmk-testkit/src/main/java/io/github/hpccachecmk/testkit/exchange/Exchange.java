package io.github.hpccachecmk.testkit.exchange;

import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.util.Optional;

/**
 * A request and what the services said to it. Answers that a fault made up are left out: they say nothing of the services.
 *
 * @param operation the name of the operation that was called; {@code UNKNOWN} when nothing is served there
 * @param request the request; it holds no token
 * @param answer the services' own answer, also one that was lost on its way or replaced; empty when a fault kept the
 *     request from them
 */
public record Exchange(String operation, WireRequest request, Optional<WireResponse> answer) {
    /** The operation and the status. */
    @Override
    public String toString() {
        return operation + " " + request + " "
                + answer.map(WireResponse::toString).orElse("unanswered");
    }
}
