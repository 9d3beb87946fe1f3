package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.Page;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireAddress;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Sends one call and reads its answer; the same for all ports. */
final class RestCalls {
    private final Function<WireRequest, WireOutcome> services;
    private final Supplier<Instant> clock;
    private final String caller;

    RestCalls(Function<WireRequest, WireOutcome> services, Supplier<Instant> clock, String caller) {
        this.services = services;
        this.clock = clock;
        this.caller = caller;
    }

    /** A call that has to succeed. */
    <T> Answer<T> send(Call call, Function<Reply, T> reading) {
        var reply = reply(call);
        if (!reply.succeeded()) {
            throw Failures.refused(call, reply);
        }
        return read(call, reply, reading);
    }

    /** A GET of something that need not exist. */
    <T> Answer<Optional<T>> find(Call call, Function<Reply, T> reading) {
        var reply = reply(call);
        if (reply.status() == 404) {
            return new Answer<>(Optional.empty(), reply.at());
        }
        if (!reply.succeeded()) {
            throw Failures.refused(call, reply);
        }
        return read(call, reply, some -> Optional.of(reading.apply(some)));
    }

    /** One page of a listing. */
    <T> Answer<Page<T>> page(Call call, Function<Doc, T> reading) {
        return send(
                call,
                reply -> new Page<>(
                        reply.document().objects("value").stream().map(reading).toList(),
                        reply.view().text("nextLink").filter(link -> !link.isEmpty())));
    }

    private static <T> Answer<T> read(Call call, Reply reply, Function<Reply, T> reading) {
        try {
            return new Answer<>(reading.apply(reply), reply.at());
        } catch (InvalidInputException | IllegalArgumentException | ArithmeticException malformed) {
            throw Failures.unreadable(call, reply, malformed);
        }
    }

    private Reply reply(Call call) {
        var outcome = services.apply(request(call));
        if (outcome instanceof WireOutcome.Answered answered) {
            return reply(answered.response());
        }
        var words = outcome instanceof WireOutcome.TimedOut ? "no answer in time" : "connection reset";
        throw Failures.unanswered(call, Delivery.UNKNOWN, words, clock.get());
    }

    private WireRequest request(Call call) {
        var url = WireAddress.of(call.url());
        return new WireRequest(
                call.method(),
                url.host(),
                url.path(),
                url.query(),
                Map.of("x-ms-correlation-request-id", call.context().correlationId()),
                call.body().orElse(null),
                caller);
    }

    private Reply reply(WireResponse response) {
        var headers = new TreeMap<String, String>();
        response.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        return new Reply(response.status(), headers, response.document(), clock.get());
    }
}
