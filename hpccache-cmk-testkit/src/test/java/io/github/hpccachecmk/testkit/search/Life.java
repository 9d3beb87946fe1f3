package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.search.Safety.Breach;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A whole life, drawn from one seed: a request, one or two processes, faults by chance, processes that die and others that
 * take over with or without what they knew, somebody who takes access or the key away and gives it back. In the end the
 * faults stop and a new process without memory has to come to an end for a reason. Deterministic.
 */
final class Life {
    private static final int MOST_PASSES_TO_THE_END = 1500;

    private static final List<Interference> REVERSIBLE = List.of(
            Interference.KEY_DISABLED,
            Interference.KEY_ENABLED,
            Interference.KEY_ROTATED,
            Interference.GRANT_REMOVED,
            Interference.ACCESS_MODEL_SWITCHED);

    private final Random random;
    private final FakeAzure azure;
    private final Start start;
    private final Mutation mutation;
    private final List<Actor> actors = new ArrayList<>();
    private final List<Breach> breaches = new ArrayList<>();
    private final List<Moment> past = new ArrayList<>();
    private final StringBuilder others = new StringBuilder();
    private Optional<Instant> grantedAt;
    private Optional<Instant> grantedInOtherModel = Optional.empty();
    private int passes;

    private Life(long seed, Scenery.Stage stage, Mutation mutation, Random random) {
        this.random = random;
        this.azure = stage.azure();
        this.start = stage.start();
        this.mutation = mutation;
        this.grantedAt = isGranted() ? Optional.of(Instant.EPOCH) : Optional.empty();
        past.add(new Moment(azure.now(), azure.world()));
        azure.throttling(false).faults().chaosWithStops(seed, random.nextInt(4) * 0.08);
    }

    /**
     * What became of a life.
     *
     * @param passes how many passes were made
     * @param breaches promises broken
     * @param story all calls
     */
    record Ended(Sketch sketch, int passes, List<Breach> breaches, String story) {}

    private record Moment(Instant at, World world) {}

    static Ended live(long seed, Cast cast, Mutation mutation) {
        var random = new Random(seed);
        var start = cast.draw(random);
        var sketch = start.sketch();
        var life = new Life(seed, Scenery.stage(start), mutation, random);
        life.live();
        return new Ended(
                sketch,
                life.passes,
                List.copyOf(life.breaches),
                life.breaches.isEmpty()
                        ? ""
                        : sketch + "\n" + life.breaches + "\n"
                                + life.azure.journal().timeline() + life.others);
    }

    private void live() {
        for (int actor = 0; actor < start.requests().size(); actor++) {
            actors.add(new Actor(actor));
        }
        int troubled = 2 + random.nextInt(8);
        for (int turn = 0; turn < troubled && breaches.isEmpty(); turn++) {
            turn();
        }
        azure.faults().clear();
        azure.faults().restart();
        if (breaches.isEmpty()) {
            interfere(Interference.KEY_ENABLED);
            toTheEnd();
        }
        Secrets.in(azure.journal()).ifPresent(breaches::add);
    }

    private void turn() {
        if (random.nextInt(8) == 0) {
            interfere(REVERSIBLE.get(random.nextInt(REVERSIBLE.size())));
        }
        var actor = actors.get(random.nextInt(actors.size()));
        if (actor.isOver() && random.nextInt(3) > 0) {
            azure.advance(Duration.ofSeconds(random.nextInt(3600)));
            return;
        }
        if (actor.isOver() || random.nextInt(6) == 0) {
            actor.startAnew(random.nextBoolean());
        }
        waitFor(actor, random.nextInt(10) == 0 ? Duration.ofSeconds(random.nextInt(7200)) : Duration.ZERO);
        actor.pass();
    }

    private void toTheEnd() {
        var last = new Actor(0);
        last.process.calm();
        for (int pass = 0; pass < MOST_PASSES_TO_THE_END && breaches.isEmpty(); pass++) {
            waitFor(last, Duration.ZERO);
            last.pass();
            if (last.isOver()) {
                Reasons.judge(last.result.orElseThrow(), azure.world(), azure.now(), start)
                        .ifPresent(breaches::add);
                return;
            }
        }
        if (breaches.isEmpty()) {
            breaches.add(new Breach(Safety.CONVERGES, "no end after " + MOST_PASSES_TO_THE_END + " passes"));
        }
    }

    private void waitFor(Actor actor, Duration more) {
        var wait = Duration.between(azure.now(), actor.lookAt().orElse(azure.now()));
        azure.advance(wait.isNegative() ? more : wait.plus(more));
    }

    private void interfere(Interference what) {
        others.append("somebody at ")
                .append(azure.now())
                .append(": ")
                .append(what)
                .append('\n');
        azure.thirdParty(world -> what.apply(world, start, azure.now()));
        if (what == Interference.ACCESS_MODEL_SWITCHED) {
            // What was granted in the one model goes on to be there, and counts again when the vault is switched back.
            var before = grantedAt;
            grantedAt = grantedInOtherModel;
            grantedInOtherModel = before;
        } else if (what == Interference.GRANT_REMOVED) {
            grantedInOtherModel = Optional.empty();
        }
        noteGrant();
    }

    private boolean isGranted() {
        return new Truth(azure.world(), start).isGranted();
    }

    /** What a process may still go by: the facts behind a write are a minute old at the most. */
    private List<World> lastMinute() {
        var then = azure.now().minusSeconds(61);
        var worlds = new ArrayList<World>();
        var before = past.get(0);
        for (var moment : past) {
            if (moment.at().isAfter(then)) {
                worlds.add(moment.world());
            } else {
                before = moment;
            }
        }
        worlds.add(azure.kernel().at(before.world(), then));
        return worlds;
    }

    private void noteGrant() {
        past.add(new Moment(azure.now(), azure.world()));
        grantedAt = isGranted() ? grantedAt.or(() -> Optional.of(azure.now())) : Optional.empty();
    }

    /** A process, or the one that takes over from it. */
    private final class Actor {
        private LivingProcess process;
        private Optional<StepResult<EncryptedResource>> result = Optional.empty();

        Actor(int number) {
            this.process = new LivingProcess(azure, start, number, mutation);
        }

        boolean isOver() {
            return result.filter(last -> last.lookAgainAt().isEmpty()).isPresent();
        }

        Optional<Instant> lookAt() {
            return result.flatMap(StepResult::lookAgainAt);
        }

        void startAnew(boolean withHint) {
            process = process.successor(withHint);
            result = Optional.empty();
        }

        void pass() {
            passes++;
            azure.faults().restart();
            noteGrant();
            result = process.pass(grantedAt, lastMinute());
            breaches.addAll(process.breaches());
            noteGrant();
            if (result.isEmpty()) {
                startAnew(random.nextBoolean());
            }
        }
    }
}
