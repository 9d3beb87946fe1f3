package io.github.hpccachecmk.testkit.loopback;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.fault.ProcessStopped;
import io.github.hpccachecmk.testkit.transport.Bearer;
import io.github.hpccachecmk.testkit.transport.MalformedBodyException;
import io.github.hpccachecmk.testkit.transport.WireText;
import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.WireAddress;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Serves one HTTP exchange after the other: browsers out, then control routes, then the services. Thread-safe. */
final class Exchanges implements HttpHandler {
    /** What Resource Manager takes at most: its article on limits says 4 MB. */
    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    private static final List<String> SENT_BY_BROWSERS =
            List.of("Origin", "Sec-Fetch-Site", "Sec-Fetch-Mode", "Sec-Fetch-Dest", "Sec-Fetch-User");

    private final FakeAzure azure;
    private final TimeKeeper time;
    private final Control control;
    private final Callers callers;

    Exchanges(FakeAzure azure, TimeKeeper time, Control control) {
        this.azure = azure;
        this.time = time;
        this.control = control;
        this.callers = new Callers(azure);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            serve(exchange);
        } catch (ProcessStopped stopped) {
            // The process that the test stopped is the client's; here its connection just ends, by the closing above.
            exchange.close();
        } catch (IllegalArgumentException | IllegalStateException broken) {
            send(exchange, ArmErrors.of(500, "TestKitFailed", String.valueOf(broken)));
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders();
        if (SENT_BY_BROWSERS.stream().anyMatch(headers::containsKey)) {
            send(
                    exchange,
                    ArmErrors.of(
                            403,
                            "NoBrowsers",
                            "This port serves no browser: requests with Origin or Sec-Fetch-* are refused."));
            return;
        }
        Target target = Target.of(exchange.getRequestURI().toString(), Optional.ofNullable(headers.getFirst("Host")));
        WireAddress address = WireAddress.of("https://localhost" + target.pathAndQuery());
        if (target.isOwn() && address.path().startsWith(Control.PREFIX)) {
            time.before(false);
            send(
                    exchange,
                    control.serve(
                            exchange.getRequestMethod(),
                            address,
                            Optional.ofNullable(headers.getFirst(Control.SECRET_HEADER))));
        } else if (isServed(target.host())) {
            call(exchange, target.host(), address);
        } else {
            send(
                    exchange,
                    ArmErrors.of(
                            421,
                            "MisdirectedRequest",
                            "No service of this world has the host '" + target.host()
                                    + "'; legal are " + WireRequest.ARM_HOST + " and {vault}." + vaultSuffix()
                                    + ", in the Host header or as the path's beginning: /~host/" + WireRequest.ARM_HOST
                                    + "/subscriptions/…"));
        }
    }

    private void call(HttpExchange exchange, String host, WireAddress address) throws IOException {
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            send(
                    exchange,
                    ArmErrors.of(
                            413,
                            "RequestEntityTooLarge",
                            "The request's body has more than " + LARGEST_BODY + " bytes."));
            return;
        }
        Optional<Bearer> bearer = Optional.ofNullable(
                        exchange.getRequestHeaders().getFirst("Authorization"))
                .flatMap(callers::of);
        time.before(bearer.isPresent() && exchange.getRequestMethod().equals("GET"));
        try {
            WireOutcome outcome = azure.call(WireText.request(
                    exchange.getRequestMethod(),
                    host,
                    address,
                    headers(exchange),
                    new String(body, StandardCharsets.UTF_8),
                    bearer));
            if (outcome instanceof WireOutcome.Answered answered) {
                send(exchange, answered.response());
            } else {
                // Before an answer was begun this closes the socket: what a client sees when an answer is lost.
                exchange.close();
            }
        } catch (MalformedBodyException malformed) {
            send(exchange, malformed.answer());
        }
    }

    private boolean isServed(String host) {
        return host.equals(WireRequest.ARM_HOST) || host.endsWith("." + vaultSuffix());
    }

    private String vaultSuffix() {
        return azure.world().settings().vaultSuffix().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> headers(HttpExchange exchange) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(", ", values)));
        headers.remove(Control.SECRET_HEADER);
        return headers;
    }

    private static void send(HttpExchange exchange, WireResponse response) throws IOException {
        response.headers().forEach(exchange.getResponseHeaders()::set);
        send(
                exchange,
                response.status(),
                response.header("Content-Type").orElse("application/json; charset=utf-8"),
                WireText.body(response));
    }

    private static void send(HttpExchange exchange, Control.Answer answer) throws IOException {
        send(exchange, answer.status(), answer.type(), answer.text().getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        if (body.length == 0 || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }
}
