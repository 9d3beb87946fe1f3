package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.testkit.search.KeyStart.Asks;
import io.github.hpccachecmk.testkit.search.Safety.Breach;
import io.github.hpccachecmk.testkit.world.ResourceState;
import io.github.hpccachecmk.testkit.world.WireRequest;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.access.RoleAssignmentState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Watches one pass of a request about a key: every write that it sends, and what it tells. Mutable, for one pass. */
final class KeyWatch implements Watcher {
    /** How long a version may take to show; two seconds for the pass itself. */
    private static final Duration SHOWS_WITHIN = Duration.ofMinutes(2).minusSeconds(2);

    private static final Map<Asks, Set<String>> OWN = Map.of(
            Asks.ROTATE,
                    Set.of(
                            "ROTATE_KEY",
                            "UPDATE_KEY_VERSION",
                            "UPDATE_TARGET",
                            "ADD_ACCESS_POLICY",
                            "CREATE_ROLE_ASSIGNMENT"),
            Asks.DISABLE, Set.of("UPDATE_KEY_VERSION"),
            Asks.ENABLE, Set.of("UPDATE_KEY_VERSION"),
            Asks.POLICY, Set.of("SET_ROTATION_POLICY"),
            Asks.NO_POLICY, Set.of("SET_ROTATION_POLICY"),
            Asks.RECOVER, Set.of("RECOVER_KEY"),
            Asks.REVOKE, Set.of("REMOVE_ACCESS_POLICY", "DELETE_ROLE_ASSIGNMENT"));

    private final KeyScene scene;
    private final World atStart;
    private final List<World> believed;
    private final Observed observed;
    private final Optional<Instant> askedAt;
    private final boolean isFlagForgotten;
    private final List<Breach> breaches = new ArrayList<>();
    private boolean wasLiedTo;
    private int writes;
    private boolean hasAskedForVersion;

    /**
     * A watch.
     *
     * @param atStart the world when the pass began
     * @param believed worlds of the last minute by which a process that keeps facts may still go
     * @param askedAt when this process asked for a version without being answered
     * @param isFlagForgotten whether nobody can know any more that the resource rotated by itself
     */
    KeyWatch(
            KeyScene scene,
            World atStart,
            List<World> believed,
            Observed observed,
            Optional<Instant> askedAt,
            boolean isFlagForgotten) {
        this.scene = scene;
        this.atStart = atStart;
        this.believed = believed;
        this.observed = observed;
        this.askedAt = askedAt;
        this.isFlagForgotten = isFlagForgotten;
    }

    List<Breach> breaches() {
        return List.copyOf(breaches);
    }

    boolean hasAskedForVersion() {
        return hasAskedForVersion;
    }

    @Override
    public void liedTo(Strike lie) {
        wasLiedTo = true;
    }

    @Override
    public void write(WireRequest call, String operation, World before, World after, Instant now) {
        writes++;
        check(writes == 1, Safety.ONE_WRITE_A_PASS, "a second write, " + call);
        check(
                OWN.getOrDefault(scene.asks(), Set.of()).contains(operation),
                Safety.ONLY_ITS_OWN_WRITES,
                call.toString());
        check(
                new KeyTruth(after, scene)
                                .versionsAnywhere()
                                .containsAll(new KeyTruth(before, scene).versionsAnywhere())
                        && (scene.asks() == Asks.RECOVER
                                || before.below("")
                                        .filter(resource -> !isTheirs(resource.state()))
                                        .allMatch(resource -> after.exists(resource.id()))),
                Safety.NOTHING_DELETED,
                call.toString());
        check(observed.hasSeenVault(scene.names().vault()), Safety.VERIFIED_BEFORE_WRITE, "without a vault, " + call);
        if (!operation.equals("UPDATE_KEY_VERSION") || scene.asks() != Asks.ROTATE) {
            boolean isPolicy = scene.asks() == Asks.POLICY || scene.asks() == Asks.NO_POLICY;
            check(
                    wasLiedTo || operation.equals("UPDATE_TARGET") || saw(truth -> !truth.isAsAsked()),
                    isPolicy ? Safety.POLICY_ONLY_WHERE_IT_DIFFERS : Safety.NO_WRITE_AFTER_CONVERGENCE,
                    call.toString());
        }
        disabling(call, before, after);
        var had = new Truth(before, scene.names()).access();
        var has = new Truth(after, scene.names()).access();
        had.forEach((who, rights) -> check(
                (has.containsKey(who) && has.get(who).containsAll(rights)) || isTheirs(before, who),
                Safety.OTHERS_ACCESS_UNTOUCHED,
                call + " took from " + who));
        check(
                scene.asks() != Asks.REVOKE || wasLiedTo || saw(truth -> !truth.isAccessNeeded()),
                Safety.NO_REVOCATION_IN_USE,
                call.toString());
        switch (operation) {
            case "ROTATE_KEY" -> rotation(call, now);
            case "UPDATE_TARGET" -> update(call, before, after);
            case "RECOVER_KEY" -> recovery(call, before, after);
            default ->
                check(
                        new KeyTruth(before, scene)
                                .versionsAnywhere()
                                .equals(new KeyTruth(after, scene).versionsAnywhere()),
                        Safety.NO_SECOND_VERSION,
                        call.toString());
        }
    }

    /** Whether it is access of the principal whose access is to go. */
    private boolean isTheirs(World world, String who) {
        return scene.asks() == Asks.REVOKE
                && (who.endsWith(" " + new KeyTruth(world, scene).principal())
                        || world.resource(who)
                                .filter(resource -> isTheirs(resource.state()))
                                .isPresent());
    }

    private boolean isTheirs(ResourceState state) {
        return scene.asks() == Asks.REVOKE
                && state instanceof RoleAssignmentState role
                && role.principalId().equals(new KeyTruth(atStart, scene).principal());
    }

    private void rotation(WireRequest call, Instant now) {
        hasAskedForVersion = true;
        check(wasLiedTo || saw(truth -> !truth.hasNewer()), Safety.NO_SECOND_VERSION, call + ", there is a newer one");
        check(
                askedAt.filter(at -> now.isBefore(at.plus(SHOWS_WITHIN))).isEmpty(),
                Safety.NO_SECOND_VERSION,
                call + ", one was asked for at "
                        + askedAt.map(Instant::toString).orElse("") + ", now " + now);
    }

    private void disabling(WireRequest call, World before, World after) {
        var off = new TreeSet<>(new KeyTruth(after, scene).disabled());
        off.removeAll(new KeyTruth(before, scene).disabled());
        if (off.isEmpty()) {
            return;
        }
        check(
                scene.asks() == Asks.DISABLE
                        && off.equals(Set.of(scene.first().version().orElseThrow())),
                Safety.CONSENTED_DISABLING,
                call + " switched off " + off);
        check(
                wasLiedTo || saw(truth -> !off.contains(truth.versionInUse())),
                Safety.NO_DISABLING_IN_USE,
                call + " switched off what the resource is on");
    }

    private void update(WireRequest call, World before, World after) {
        var old = new KeyTruth(before, scene);
        var changed = new KeyTruth(after, scene);
        var asked = call.document().text(Truth.KEY_URL).orElse("");
        check(
                asked.isEmpty() || asked.equalsIgnoreCase(old.keyUrl()) || observed.hasSeenUsable(asked),
                Safety.VERIFIED_BEFORE_WRITE,
                call + " " + asked);
        if (after.isSame(before)) {
            // The service refuses it; what it was to be shows in no document.
            return;
        }
        if (old.keyUrl().equalsIgnoreCase(changed.keyUrl())) {
            check(changed.hasFlag() || !old.hasFlag(), Safety.ROTATION_FLAG_KEPT, call.toString());
            check(
                    wasLiedTo
                            || saw(truth -> !truth.isOnNewer())
                            || (scene.hadFlag() && saw(truth -> !truth.hasFlag())),
                    Safety.NO_WRITE_AFTER_CONVERGENCE,
                    call.toString());
            return;
        }
        check(
                wasLiedTo || (changed.isOnNewer() && saw(truth -> !truth.isOnNewer())),
                Safety.KEY_NEVER_CHANGED,
                call + " from " + old.keyUrl() + " to " + changed.keyUrl());
        check(wasLiedTo || saw(KeyTruth::isGranted), Safety.SETTLED_BEFORE_SWITCH, call.toString());
    }

    private void recovery(WireRequest call, World before, World after) {
        check(
                new KeyTruth(before, scene).versionsAnywhere().equals(new KeyTruth(after, scene).versionsAnywhere()),
                Safety.RECOVERY_MAKES_NOTHING,
                call.toString());
    }

    /** What the pass came to. */
    void result(StepResult<?> result, World after) {
        check(!result.toString().contains(Watch.SIGNATURE), Safety.NO_SECRET_TOLD, "in the result of the pass");
        if (result.state() != StepResult.State.DONE) {
            return;
        }
        check(
                wasLiedTo || new KeyTruth(after, scene).isAsAsked() || saw(KeyTruth::isAsAsked),
                Safety.DONE_IS_TRUE,
                "done, but " + scene.asks() + " is not so");
        check(
                scene.asks() != Asks.ROTATE
                        || !scene.hadFlag()
                        || isFlagForgotten
                        || wasLiedTo
                        || new KeyTruth(after, scene).hasFlag()
                        || saw(KeyTruth::hasFlag),
                Safety.ROTATION_FLAG_KEPT,
                "done, and the resource does not rotate any more");
    }

    void threw(Throwable thrown) {
        breaches.add(new Breach(Safety.NEVER_THROWS, thrown.toString()));
    }

    /** Whether it was so when the pass began, or in what it may still go by: others may have changed it since. */
    private boolean saw(Predicate<KeyTruth> what) {
        return Stream.concat(Stream.of(atStart), believed.stream())
                .map(world -> new KeyTruth(world, scene))
                .anyMatch(what);
    }

    private void check(boolean holds, Safety property, String detail) {
        if (!holds) {
            breaches.add(new Breach(property, detail));
        }
    }
}
