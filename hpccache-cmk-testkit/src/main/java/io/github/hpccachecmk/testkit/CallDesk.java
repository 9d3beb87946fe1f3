package io.github.hpccachecmk.testkit;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.testkit.exchange.Exchange;
import io.github.hpccachecmk.testkit.exchange.ExchangeObserver;
import io.github.hpccachecmk.testkit.fault.Fault;
import io.github.hpccachecmk.testkit.fault.Fault.Loss;
import io.github.hpccachecmk.testkit.fault.Faults;
import io.github.hpccachecmk.testkit.journal.Journal;
import io.github.hpccachecmk.testkit.journal.JournalEntry;
import io.github.hpccachecmk.testkit.journal.JournalEntry.Effect;
import io.github.hpccachecmk.testkit.journal.ShownTarget;
import io.github.hpccachecmk.testkit.journal.WorldChanges;
import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Decisions;
import io.github.hpccachecmk.testkit.world.HostKind;
import io.github.hpccachecmk.testkit.world.Kernel;
import io.github.hpccachecmk.testkit.world.Pending;
import io.github.hpccachecmk.testkit.world.Route;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.Throttling;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.graph.GraphRoutes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Where every call arrives: faults first, then the kernel, then the journal. One call at a time. Thread-safe. */
final class CallDesk {
    private final Kernel kernel;
    private final VirtualPacing pacing;
    private final Faults faults;
    private final LateCalls late = new LateCalls();
    private final WorldHistory history = new WorldHistory();
    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<ExchangeObserver> observers = new ArrayList<>(ExchangeObserver.installed());
    private Throttling throttling = Throttling.fresh();
    private boolean isThrottling = true;
    private Duration inventoryLag = Duration.ZERO;
    /** What decided while time passed; the next call's entry tells. */
    private Decisions meanwhile = new Decisions();

    private World world;

    CallDesk(Kernel kernel, VirtualPacing pacing, Faults faults, World world) {
        this.kernel = kernel;
        this.pacing = pacing;
        this.faults = faults;
        this.world = world;
        history.remember(pacing.now(), world, "script");
    }

    /** The world as of now. */
    synchronized World world() {
        bringUpToDate();
        return world;
    }

    /** Changes the world from outside; the services react to it. */
    synchronized void change(UnaryOperator<World> change) {
        bringUpToDate();
        Instant now = pacing.now();
        World changed = change.apply(world);
        if (!changed.isSame(world)) {
            replace(kernel.at(kernel.settle(changed, now, meanwhile), now, meanwhile), "script");
        }
    }

    /** Lets a change to come happen now; what decided then is told with the next call, as when it falls due. */
    synchronized void fire(Pending pending) {
        change(world -> kernel.fire(world, pending, pacing.now(), meanwhile));
    }

    synchronized void throttle(boolean on) {
        isThrottling = on;
        throttling = Throttling.fresh();
    }

    synchronized void inventoryLag(Duration lag) {
        inventoryLag = lag;
    }

    synchronized void observe(ExchangeObserver observer) {
        observers.add(observer);
    }

    synchronized Journal journal() {
        return new Journal(entries);
    }

    synchronized WorldChanges changes() {
        bringUpToDate();
        return history.changes();
    }

    synchronized WireOutcome call(WireRequest request) {
        Optional<Route> called = kernel.route(world, request);
        String operation = called.map(Route::operation).orElse("UNKNOWN");
        List<Fault> strikes =
                faults.strike(operation, request, called.filter(Route::isWrite).isPresent());
        for (Fault fault : strikes) {
            Optional<WireOutcome> outcome = before(fault, operation, request);
            if (outcome.isPresent()) {
                tell(operation, request, Optional.empty());
                return outcome.get();
            }
        }
        bringUpToDate();
        Step step = throttled(request, strikes);
        boolean hasChanged = !step.world().equals(world);
        replace(step.world(), "call " + (entries.size() + 1));
        WireOutcome outcome = new WireOutcome.Answered(step.response());
        String told = step.response().toString();
        for (Fault fault : strikes) {
            if (fault instanceof Fault.AnswerLost lost) {
                outcome = lost(lost.loss());
                told = step.response() + ", answer lost: " + name(lost.loss());
            } else if (fault instanceof Fault.WrongAnswer wrong) {
                WireResponse instead = kernel.dress(wrong.response(), world, request, pacing.now());
                outcome = new WireOutcome.Answered(instead);
                told = step.response() + ", answered instead: " + instead;
            } else if (fault instanceof Fault.Edited edited && outcome instanceof WireOutcome.Answered answered) {
                outcome = new WireOutcome.Answered(edited(answered.response(), edited));
                told = step.response() + ", body edited";
            } else {
                told += mark(fault);
            }
        }
        Set<String> decidedBy = step.decidedBy().stream().map(Behaviour::name).collect(Collectors.toSet());
        enter(
                operation,
                request,
                hasChanged ? Effect.CHANGED : Effect.NONE,
                told,
                decidedBy,
                shown(operation, request, outcome));
        tell(operation, request, Optional.of(step.response()));
        for (Fault fault : strikes) {
            after(fault, operation);
        }
        return outcome;
    }

    private Optional<WireOutcome> before(Fault fault, String operation, WireRequest request) {
        if (fault instanceof Fault.Before third) {
            third.thirdParty().run();
        } else if (fault instanceof Fault.Slow slow) {
            pacing.pass(slow.latency());
        } else if (fault instanceof Fault.Stop stop && stop.point() == Fault.StopPoint.BEFORE_CALL) {
            enter(operation, request, Effect.NONE, "process stopped before the call", Set.of(), Optional.empty());
            throw faults.stop("before " + operation);
        } else if (fault instanceof Fault.RequestLost lost) {
            enter(operation, request, Effect.NONE, "request lost: " + name(lost.loss()), Set.of(), Optional.empty());
            return Optional.of(lost(lost.loss()));
        } else if (fault instanceof Fault.Refused refused) {
            WireResponse response = kernel.dress(refused.response(), world, request, pacing.now());
            WireOutcome outcome = new WireOutcome.Answered(response);
            var shown = shown(operation, request, outcome);
            enter(operation, request, Effect.NONE, response + " (fault)", Set.of(), shown);
            return Optional.of(outcome);
        } else if (fault instanceof Fault.LateByCalls calls) {
            enter(operation, request, Effect.LATER, "timed out, effect later", Set.of(), Optional.empty());
            late.afterCall(request, entries.size() + calls.calls());
            return Optional.of(new WireOutcome.TimedOut());
        } else if (fault instanceof Fault.LateByTime time) {
            enter(operation, request, Effect.LATER, "timed out, effect later", Set.of(), Optional.empty());
            late.notBefore(request, pacing.now().plus(time.delay()));
            return Optional.of(new WireOutcome.TimedOut());
        }
        return Optional.empty();
    }

    private void after(Fault fault, String operation) {
        if (fault instanceof Fault.After third) {
            third.thirdParty().run();
        } else if (fault instanceof Fault.Stop stop && stop.point() == Fault.StopPoint.AFTER_EFFECT) {
            throw faults.stop("after the effect of " + operation);
        } else if (fault instanceof Fault.Stop stop && stop.point() == Fault.StopPoint.AFTER_ANSWER) {
            faults.stopAtNextCall();
        }
    }

    private Step throttled(WireRequest request, List<Fault> strikes) {
        Optional<Route> route = kernel.route(world, request).filter(row -> isThrottling && row.host() == HostKind.ARM);
        if (route.isEmpty()) {
            return serve(request, strikes);
        }
        Throttling.Taken taken = throttling.take(route.get(), request, pacing.now());
        throttling = taken.after();
        if (taken.refusal().isPresent()) {
            WireResponse refusal = kernel.dress(taken.refusal().get(), world, request, pacing.now());
            return new Step(world, refusal, route, Set.of());
        }
        Step step = serve(request, strikes);
        return new Step(step.world(), taken.tell(step.response()), step.route(), step.decidedBy());
    }

    private Step serve(WireRequest request, List<Fault> strikes) {
        Optional<Route> route = kernel.route(world, request);
        Optional<Duration> age = strikes.stream()
                .filter(Fault.Stale.class::isInstance)
                .map(fault -> ((Fault.Stale) fault).age())
                .findFirst()
                .or(() -> route.filter(row -> row.operation().equals(GraphRoutes.QUERY_RESOURCES))
                        .map(row -> inventoryLag)
                        .filter(lag -> !lag.isZero()));
        boolean isRead = route.filter(row -> !row.isWrite()).isPresent();
        if (age.isEmpty() || !isRead) {
            return kernel.handle(world, request, pacing.now());
        }
        Instant then = pacing.now().minus(age.get());
        Step stale = kernel.handle(kernel.at(history.at(then), then), request, then);
        WireResponse dated = kernel.dress(stale.response(), world, request, pacing.now());
        return new Step(world, dated, stale.route(), stale.decidedBy());
    }

    /** What fell due, and what arrives late. */
    private void bringUpToDate() {
        Instant now = pacing.now();
        for (WireRequest request : late.arriving(entries.size(), now)) {
            Step step = kernel.handle(world, request, now);
            meanwhile.add(step.decidedBy());
            replace(step.world(), "late call");
        }
        replace(kernel.at(world, now, meanwhile), "service");
    }

    private void replace(World changed, String cause) {
        if (!changed.isSame(world)) {
            world = changed;
            history.remember(pacing.now(), changed, cause);
        }
    }

    private void tell(String operation, WireRequest request, Optional<WireResponse> answer) {
        if (!observers.isEmpty()) {
            Exchange exchange = new Exchange(operation, request, answer);
            observers.forEach(observer -> observer.observe(exchange));
        }
    }

    private void enter(
            String operation,
            WireRequest request,
            Effect effect,
            String told,
            Set<String> decidedBy,
            Optional<ShownTarget> shown) {
        Set<String> decided = new TreeSet<>(decidedBy);
        meanwhile.inferred().forEach(behaviour -> decided.add(behaviour.name()));
        meanwhile = new Decisions();
        entries.add(new JournalEntry(
                entries.size() + 1L,
                operation,
                request.principal(),
                request.method(),
                request.host(),
                request.path(),
                pacing.now(),
                kernel.route(world, request).filter(Route::isWrite).isPresent(),
                effect,
                told,
                request.header("x-ms-correlation-request-id").orElse(""),
                decided,
                shown));
    }

    /** What the caller sees of a cache or file system that it has asked for. */
    private static Optional<ShownTarget> shown(String operation, WireRequest request, WireOutcome outcome) {
        if (!operation.equals(PortOperation.GET_TARGET.name()) || !(outcome instanceof WireOutcome.Answered answered)) {
            return Optional.empty();
        }
        WireResponse response = answered.response();
        if (response.isSuccess()) {
            return Optional.of(ShownTarget.of(request.path(), response.document()));
        }
        return response.status() == 404 ? Optional.of(ShownTarget.absent(request.path())) : Optional.empty();
    }

    private static WireResponse edited(WireResponse response, Fault.Edited fault) {
        return new WireResponse(
                response.status(), response.headers(), fault.edit().apply(response.document()));
    }

    /** What the journal says of faults that leave the answer's text as it is. */
    private static String mark(Fault fault) {
        if (fault instanceof Fault.Slow slow) {
            return ", after " + slow.latency().toSeconds() + " s";
        }
        if (fault instanceof Fault.Stale stale) {
            return ", as of " + stale.age().toSeconds() + " s ago";
        }
        return fault instanceof Fault.Stop stop && stop.point() != Fault.StopPoint.BEFORE_CALL
                ? ", process stopped"
                : "";
    }

    private static WireOutcome lost(Loss loss) {
        return loss == Loss.RESET ? new WireOutcome.Reset() : new WireOutcome.TimedOut();
    }

    private static String name(Loss loss) {
        return loss == Loss.RESET ? "reset" : "timed out";
    }
}
