package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.search.Safety.Breach;
import io.github.hpccachecmk.testkit.world.Timing;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A whole life of a request about a key, drawn from one seed: as {@link Life}, with somebody who disables, deletes, recovers
 * and rotates the key by hand. In the end the faults stop, the key is brought back and enabled, and a new process without
 * memory has to come to an end for a reason. Deterministic.
 */
final class KeyLife {
    private static final int MOST_PASSES_TO_THE_END = 1500;
    private static final KeyDeed[] REVERSIBLE = {
        KeyDeed.NEWEST_DISABLED, KeyDeed.ALL_ENABLED, KeyDeed.DELETED, KeyDeed.RECOVERED, KeyDeed.ROTATED
    };

    private final Random random;
    private final FakeAzure azure;
    private final KeyScene scene;
    private final Mutation mutation;
    private final List<Actor> actors = new ArrayList<>();
    private final List<Breach> breaches = new ArrayList<>();
    private final List<Moment> past = new ArrayList<>();
    private final StringBuilder others = new StringBuilder();
    private boolean isFlagForgotten;
    private int passes;

    private KeyLife(long seed, KeyScene scene, Mutation mutation, Random random) {
        this.random = random;
        this.scene = scene;
        this.mutation = mutation;
        this.azure = scene.azure().fork();
        azure.throttling(false).faults().chaosWithStops(seed, random.nextInt(4) * 0.08);
        note();
    }

    /**
     * What became of a life.
     *
     * @param passes how many passes were made
     * @param breaches promises broken
     * @param story all calls
     */
    record Ended(int passes, List<Breach> breaches, String story) {}

    private record Moment(Instant at, World world) {}

    /** The scenes that lives are drawn from, each built once. Mutable, for one thread. */
    static final class Scenes {
        private final List<KeyStart> starts;
        private final Map<Drawn, KeyScene> built = new HashMap<>();

        Scenes(List<KeyStart> starts) {
            this.starts = List.copyOf(starts);
        }

        private record Drawn(KeyStart start, boolean isAsRecorded) {}

        KeyScene draw(Random random) {
            return built.computeIfAbsent(
                    new Drawn(starts.get(random.nextInt(starts.size())), random.nextInt(40) == 0),
                    drawn -> drawn.start().scene(1, drawn.isAsRecorded() ? Timing.usual() : Timings.BRISK));
        }
    }

    static Ended live(long seed, Scenes scenes, Mutation mutation) {
        var random = new Random(seed);
        var scene = scenes.draw(random);
        var life = new KeyLife(seed, scene, mutation, random);
        life.live();
        return new Ended(
                life.passes,
                List.copyOf(life.breaches),
                life.breaches.isEmpty()
                        ? ""
                        : scene.kind() + "\n" + life.breaches + "\n"
                                + life.azure.journal().timeline() + life.others);
    }

    private void live() {
        int rivals = random.nextInt(4) == 0 ? 2 : 1;
        for (int actor = 0; actor < rivals; actor++) {
            actors.add(new Actor());
        }
        int troubled = 2 + random.nextInt(8);
        for (int turn = 0; turn < troubled && breaches.isEmpty(); turn++) {
            turn();
        }
        azure.faults().clear();
        azure.faults().restart();
        if (breaches.isEmpty()) {
            interfere(KeyDeed.RECOVERED);
            interfere(KeyDeed.ALL_ENABLED);
            toTheEnd();
        }
        Secrets.in(azure.journal()).ifPresent(breaches::add);
    }

    private void turn() {
        if (random.nextInt(6) == 0) {
            interfere(random.nextInt(30) == 0 ? KeyDeed.PURGED : REVERSIBLE[random.nextInt(REVERSIBLE.length)]);
        }
        var actor = actors.get(random.nextInt(actors.size()));
        if (actor.isOver() && random.nextInt(3) > 0) {
            azure.advance(Duration.ofSeconds(random.nextInt(3600)));
            return;
        }
        if (actor.isOver() || random.nextInt(6) == 0) {
            actor.startAnew(random.nextBoolean());
        }
        waitFor(actor, random.nextInt(10) == 0 ? Duration.ofSeconds(random.nextInt(14_400)) : Duration.ZERO);
        actor.pass();
    }

    private void toTheEnd() {
        var last = new Actor();
        last.process.calm();
        for (int pass = 0; pass < MOST_PASSES_TO_THE_END && breaches.isEmpty(); pass++) {
            waitFor(last, Duration.ZERO);
            last.pass();
            if (last.isOver()) {
                judge(last.result.orElseThrow());
                return;
            }
        }
        if (breaches.isEmpty()) {
            breaches.add(new Breach(Safety.CONVERGES, "no end after " + MOST_PASSES_TO_THE_END + " passes"));
        }
    }

    private void judge(StepResult<?> result) {
        if (result.state() == StepResult.State.DONE) {
            return;
        }
        if (result.error().isEmpty()) {
            breaches.add(new Breach(Safety.CONVERGES, result.state() + " without a code"));
        } else if (!new KeyTruth(azure.world(), scene).explainsBlock(azure.now())) {
            breaches.add(new Breach(Safety.BLOCKED_FOR_A_REASON, result.state() + " " + result.error()));
        }
    }

    private void waitFor(Actor actor, Duration more) {
        var wait = Duration.between(azure.now(), actor.lookAt().orElse(azure.now()));
        azure.advance(wait.isNegative() ? more : wait.plus(more));
    }

    private void interfere(KeyDeed deed) {
        others.append("somebody at ")
                .append(azure.now())
                .append(": ")
                .append(deed)
                .append('\n');
        azure.thirdParty(world -> deed.apply(world, scene.names(), azure.now()));
        note();
    }

    private void note() {
        past.add(new Moment(azure.now(), azure.world()));
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

    /** A process, or the one that takes over from it. */
    private final class Actor {
        private KeyProcess process = new KeyProcess(azure, scene, mutation);
        private Optional<StepResult<?>> result = Optional.empty();

        Actor() {
            noteFlag();
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
            note();
            noteFlag();
            result = process.pass(lastMinute(), isFlagForgotten);
            breaches.addAll(process.breaches());
            note();
            if (result.isEmpty()) {
                startAnew(random.nextBoolean());
            }
        }

        /** That the resource rotated is known to those who have seen it, and to their heirs. */
        private void noteFlag() {
            boolean isOff = scene.hadFlag() && !new KeyTruth(azure.world(), scene).hasFlag();
            isFlagForgotten |= isOff && !process.hasSeenFlag();
        }
    }
}
