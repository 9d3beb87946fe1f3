package io.github.hpccachecmk.testkit.world;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The services as a function: world, request and time give the next world and the answer. Has no state of its own, is
 * safe for use by several threads, and is the only place where a request is judged.
 */
public final class Kernel {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Routes routes;
    private final List<Reaction> reactions;
    private final AssignedRights assignedRights;

    /**
     * A kernel.
     *
     * @param routes what is served
     * @param reactions what services do by themselves after a change
     * @param assignedRights the rights that role assignments in the world give a caller
     */
    public Kernel(Routes routes, List<Reaction> reactions, AssignedRights assignedRights) {
        this.routes = routes;
        this.reactions = List.copyOf(reactions);
        this.assignedRights = assignedRights;
    }

    /** The table of what is served. */
    public Routes routes() {
        return routes;
    }

    /** The row that would serve a request. */
    public Optional<Route> route(World world, WireRequest request) {
        return match(world, request).map(Routes.Match::route);
    }

    /** Serves a request: first everything that falls due by now, then the request, then what the services make of it. */
    public Step handle(World world, WireRequest request, Instant now) {
        Decisions decisions = new Decisions();
        World current = at(world, now, decisions);
        Optional<Routes.Match> match = match(current, request);
        String correlationId = request.header("x-ms-correlation-request-id")
                .orElseGet(() -> derivedId("correlation", current, request, now));
        String requestId = derivedId("request", current, request, now);
        Step step = serve(current, request, match, requestId, now, decisions);
        // What follows at once is part of the call, so that a world without delays needs no second one.
        World after = step.world().isSame(current) ? current : at(react(step.world(), now, decisions), now, decisions);
        WireResponse response = withCommonHeaders(step.response(), requestId, correlationId, now);
        return new Step(after, response, match.map(Routes.Match::route), decisions.inferred());
    }

    /** An answer made elsewhere, by a fault say, with the headers that every answer carries. */
    public WireResponse dress(WireResponse response, World world, WireRequest request, Instant now) {
        String correlationId = request.header("x-ms-correlation-request-id")
                .orElseGet(() -> derivedId("correlation", world, request, now));
        return withCommonHeaders(response, derivedId("request", world, request, now), correlationId, now);
    }

    /** The world once everything that is due by now has happened. */
    public World at(World world, Instant now) {
        return at(world, now, new Decisions());
    }

    /** The same; the decisions learn which inferred behaviours decided on the way. */
    public World at(World world, Instant now, Decisions decisions) {
        World current = world;
        while (!current.pending().isEmpty() && !current.pending().get(0).due().isAfter(now)) {
            Pending next = current.pending().get(0);
            World without = current.without(next);
            current = react(next.transition().apply(without, next.due(), decisions), next.due(), decisions);
        }
        return current;
    }

    /** The world after a change to come has come, whatever its time: for scripts and searches. */
    public World fire(World world, Pending pending, Instant now) {
        return fire(world, pending, now, new Decisions());
    }

    /** The same; the decisions learn which inferred behaviours decided on the way. */
    public World fire(World world, Pending pending, Instant now, Decisions decisions) {
        World without = world.without(pending);
        return react(pending.transition().apply(without, now, decisions), now, decisions);
    }

    /** The world after the services have reacted to a change made by a script. */
    public World settle(World world, Instant now, Decisions decisions) {
        return react(world, now, decisions);
    }

    private World react(World world, Instant now, Decisions decisions) {
        World current = world;
        for (boolean hasChanged = true; hasChanged; ) {
            World before = current;
            for (Reaction reaction : reactions) {
                current = reaction.react(current, now, decisions);
            }
            hasChanged = !current.isSame(before);
        }
        return current;
    }

    private Optional<Routes.Match> match(World world, WireRequest request) {
        if (request.host().equals(WireRequest.ARM_HOST)) {
            return routes.match(HostKind.ARM, request.method(), request.path());
        }
        return vaultName(world, request.host())
                .flatMap(vault -> routes.match(HostKind.VAULT, request.method(), request.path())
                        .map(match -> {
                            Map<String, String> parameters = new HashMap<>(match.parameters());
                            parameters.put("vault", vault);
                            return new Routes.Match(match.route(), parameters);
                        }));
    }

    private static Optional<String> vaultName(World world, String host) {
        String suffix = "." + world.settings().vaultSuffix();
        return host.endsWith(suffix)
                ? Optional.of(host.substring(0, host.length() - suffix.length()))
                : Optional.empty();
    }

    private Step serve(
            World world,
            WireRequest request,
            Optional<Routes.Match> match,
            String requestId,
            Instant now,
            Decisions decisions) {
        if (match.isEmpty()) {
            boolean isArm = request.host().equals(WireRequest.ARM_HOST);
            return Step.of(
                    world,
                    routes.knowsPath(isArm ? HostKind.ARM : HostKind.VAULT, request.path())
                            ? ArmErrors.methodNotAllowed(request.method())
                            : ArmErrors.unknownPath(request));
        }
        Route route = match.get().route();
        Optional<Caller> known = world.caller(request.principal());
        if (known.isEmpty() && route.host() == HostKind.ARM) {
            return Step.of(
                    world,
                    request.principal().isEmpty()
                            ? ArmErrors.authenticationFailed()
                            : ArmErrors.unknownCaller(request.principal()));
        }
        // The data plane challenges a call without a token by itself: its answer names the tenant.
        Caller caller = known.orElseGet(() -> new Caller("", "", "", List.of()));
        List<RightGrant> rights = new ArrayList<>(caller.rights());
        assignedRights.of(world, caller, decisions).forEach(rights::add);
        Call call = new Call(request, route, match.get().parameters(), caller, rights, requestId, now, decisions);
        Optional<WireResponse> refusal = Gate.check(world, call);
        return refusal.isPresent()
                ? Step.of(world, refusal.get())
                : route.handler().handle(world, call);
    }

    private static String derivedId(String purpose, World world, WireRequest request, Instant now) {
        String text = purpose
                + '|'
                + world.settings().seed()
                + '|'
                + world.serial()
                + '|'
                + now
                + '|'
                + request
                + '|'
                + request.header("x-ms-client-request-id").orElse("");
        String hex =
                UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
        return "fa4e" + hex.substring(4);
    }

    private static WireResponse withCommonHeaders(
            WireResponse response, String requestId, String correlationId, Instant now) {
        boolean isFromGateway = response.header(ArmErrors.FAILURE_CAUSE).isPresent();
        Map<String, String> headers = new HashMap<>(response.headers());
        headers.put("Date", HTTP_DATE.format(now));
        // The gateway's own answers have one id for both: seen in recorded traffic of the .NET storagecache tests.
        headers.put("x-ms-request-id", isFromGateway ? correlationId : requestId);
        headers.put("x-ms-correlation-request-id", correlationId);
        if (response.body() != null) {
            headers.putIfAbsent("Content-Type", "application/json; charset=utf-8");
        }
        return new WireResponse(response.status(), headers, response.body());
    }
}
