package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.testkit.fault.ProcessStopped;
import io.github.hpccachecmk.testkit.search.Strike.Made;
import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Kernel;
import io.github.hpccachecmk.testkit.world.WireOutcome;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The services as one pass meets them: a forked world, one call of which can be struck. Mutable, for one pass. */
final class Wire implements Function<WireRequest, WireOutcome> {
    private final Kernel kernel;
    private final ReadCache cache;
    private final Watcher watch;
    private final Observed observed;
    private final World earlier;
    private final Instant now;
    private final int struck;
    private final Strike strike;
    private final UnaryOperator<World> others;
    private final List<Made> made = new ArrayList<>();
    private final List<WireRequest> late = new ArrayList<>();
    private World world;

    /**
     * A wire.
     *
     * @param earlier the world before its last change, for stale reads
     * @param struck which call is struck, from 0
     * @param strike by what
     * @param others what others do just before the struck call
     */
    Wire(
            Kernel kernel,
            ReadCache cache,
            Watcher watch,
            Observed observed,
            World world,
            World earlier,
            Instant now,
            int struck,
            Strike strike,
            UnaryOperator<World> others) {
        this.kernel = kernel;
        this.cache = cache;
        this.watch = watch;
        this.observed = observed;
        this.world = world;
        this.earlier = earlier;
        this.now = now;
        this.struck = struck;
        this.strike = strike;
        this.others = others;
    }

    Instant now() {
        return now;
    }

    World world() {
        return world;
    }

    List<WireRequest> late() {
        return late;
    }

    List<Made> made() {
        return made;
    }

    @Override
    public WireOutcome apply(WireRequest request) {
        var row = cache.row(kernel, world, request);
        var operation = row.operation();
        boolean isWrite = row.isWrite();
        var now = strike(made.size());
        if (now == Strike.SOMEBODY_FIRST || now == Strike.RIVAL_FIRST) {
            world = others.apply(world);
        }
        var outcome = isWrite ? write(request, operation, now) : read(request, now);
        observed.answer(operation, request, outcome, this.now);
        made.add(new Made(operation, isWrite, told(outcome, now)));
        return outcome;
    }

    private Strike strike(int call) {
        return call == struck ? strike : Strike.NOTHING;
    }

    private WireOutcome read(WireRequest request, Strike struckBy) {
        if (struckBy.isLie()) {
            watch.liedTo(struckBy);
        }
        if (struckBy == Strike.NO_ANSWER) {
            return new WireOutcome.TimedOut();
        }
        if (struckBy == Strike.STALE) {
            return new WireOutcome.Answered(
                    kernel.handle(earlier, request, this.now).response());
        }
        return struckBy.refusal()
                .<WireOutcome>map(refusal -> new WireOutcome.Answered(kernel.dress(refusal, world, request, now)))
                .orElseGet(() -> new WireOutcome.Answered(cache.read(kernel, world, request, now)));
    }

    private WireOutcome write(WireRequest request, String operation, Strike struckBy) {
        var step = kernel.handle(world, request, now);
        watch.write(request, operation, world, step.world(), now);
        var refusal = struckBy.refusal();
        if (refusal.isPresent()) {
            return new WireOutcome.Answered(kernel.dress(refusal.get(), world, request, now));
        }
        if (struckBy == Strike.REQUEST_LOST) {
            return new WireOutcome.TimedOut();
        }
        if (struckBy == Strike.EFFECT_LATE) {
            late.add(request);
            return new WireOutcome.TimedOut();
        }
        world = step.world();
        return switch (struckBy) {
            case ANSWER_LOST -> new WireOutcome.TimedOut();
            case STOPPED_AFTER_EFFECT -> {
                made.add(new Made(operation, true, step.response() + ", " + struckBy));
                throw new ProcessStopped("after the effect of " + operation);
            }
            case FAILED_AFTER_EFFECT -> {
                WireResponse failed = ArmErrors.of(500, "InternalServerError", "Something went wrong.");
                yield new WireOutcome.Answered(kernel.dress(failed, world, request, now));
            }
            default -> new WireOutcome.Answered(step.response());
        };
    }

    private static String told(WireOutcome outcome, Strike struckBy) {
        var answer = outcome instanceof WireOutcome.Answered answered
                ? answered.response().toString()
                : "no answer";
        return struckBy == Strike.NOTHING ? answer : answer + "  <- " + struckBy;
    }
}
