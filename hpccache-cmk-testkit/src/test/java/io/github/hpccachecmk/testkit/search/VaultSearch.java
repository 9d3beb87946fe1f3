package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.request.PrepareVault;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.search.VaultPromises.Broken;
import io.github.hpccachecmk.testkit.search.VaultPromises.Promise;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** All orders of passes, faults and other people's deeds, breadth first, from one start; or one order drawn from a seed. */
final class VaultSearch {
    private static final int DEEPEST = 24;
    private static final int LONGEST_WALK = 60;
    private static final List<Strike> STRIKES = List.of(
            Strike.NO_ANSWER,
            Strike.REQUEST_LOST,
            Strike.ANSWER_LOST,
            Strike.EFFECT_LATE,
            Strike.STOPPED_AFTER_EFFECT,
            Strike.FAILED_AFTER_EFFECT,
            Strike.THROTTLED,
            Strike.UNAVAILABLE,
            Strike.CONFLICT);

    private final VaultStart start;
    private final VaultSteps steps;
    private final VaultNode first;
    private final Map<String, WireRequest> deeds;
    private final Fingerprint.Maker maker = new Fingerprint.Maker();
    private long transitions;

    VaultSearch(VaultStart start, Mutation mutation, UnaryOperator<PrepareVault> tampering) {
        this.start = start;
        var azure = start.azure();
        this.steps = new VaultSteps(start, azure, mutation, tampering);
        this.first = new VaultNode(
                azure.world(), azure.now(), Hint.none(), false, List.of(), 0, 0, Optional.empty(), start.name(), 0);
        this.deeds = deeds(azure);
    }

    /** What others can do to the vault, each with its words. */
    private static Map<String, WireRequest> deeds(FakeAzure azure) {
        var vault = azure.id("Microsoft.KeyVault/vaults", VaultStart.NAME);
        var theirs = Doc.of(
                "location",
                "eastus",
                "properties",
                Doc.of(
                        "tenantId",
                        azure.tenant(),
                        "sku",
                        Doc.of("family", "A", "name", "standard"),
                        "enableRbacAuthorization",
                        true));
        var theirKey = Doc.of("properties", Doc.of("kty", "RSA", "keySize", 3072));
        return new TreeMap<>(Map.of(
                "somebody deletes the vault",
                request("DELETE", vault, null),
                "somebody makes a vault of that name, unless there is one",
                request("PUT", vault, theirs),
                "somebody makes a key of 3072 bits, unless there is one",
                request("PUT", vault + "/keys/" + VaultStart.KEY, theirKey)));
    }

    private static WireRequest request(String method, String path, @Nullable Doc body) {
        return new WireRequest(
                method,
                "management.azure.com",
                path,
                Map.of("api-version", "2026-02-01"),
                Map.of(),
                body,
                FakeAzure.OWNER);
    }

    /**
     * What a search came to.
     *
     * @param states different states
     * @param transitions moves made
     * @param passes real passes
     * @param broken promises that the first move to break one broke
     * @param story how it came to that
     */
    record Report(long states, long transitions, long passes, List<Broken> broken, String story) {}

    /** Everything within the bounds; the search is complete, since no bound on states cuts it off. */
    Report all(int faults, int interferences) {
        Set<Fingerprint.Key> known = new HashSet<>();
        var open = new ArrayDeque<VaultNode>();
        known.add(first.key(maker));
        open.add(first);
        while (!open.isEmpty()) {
            var node = open.removeFirst();
            for (var move : moves(node, faults, interferences)) {
                var step = move.get();
                transitions++;
                var broken = step.broken().isEmpty() ? ending(step.node(), known) : step.broken();
                if (!broken.isEmpty()) {
                    return report(known.size(), broken, step.node());
                }
                if (step.node().depth() < DEEPEST && known.add(step.node().key(maker))) {
                    open.addLast(step.node());
                }
            }
        }
        return report(known.size(), List.of(), first);
    }

    /** One life drawn from a seed: up to three faults, and somebody who deletes the vault once, perhaps. */
    Report life(long seed) {
        var random = new Random(seed);
        var node = first;
        for (int move = 0; move < 12; move++) {
            var moves = moves(node, 3, 1);
            var step = moves.get(random.nextInt(moves.size())).get();
            transitions++;
            node = step.node();
            if (!step.broken().isEmpty()) {
                return report(move, step.broken(), node);
            }
        }
        return report(12, ending(node, Set.of()), node);
    }

    private Report report(long states, List<Broken> broken, VaultNode node) {
        return new Report(states, transitions, steps.passes(), broken, broken.isEmpty() ? "" : node.story());
    }

    /** What can happen next; made only when it is chosen, a plain pass aside, whose calls tell what can be struck. */
    private List<Supplier<VaultSteps.Step>> moves(VaultNode node, int faults, int interferences) {
        var moves = new ArrayList<Supplier<VaultSteps.Step>>();
        for (boolean forgetful : node.isOver() ? List.of(true) : List.of(false, true)) {
            var plain = steps.pass(node, forgetful, -1, Strike.NOTHING);
            moves.add(() -> plain);
            if (node.faults() < faults) {
                for (int call = 0; call < plain.calls().size(); call++) {
                    for (var strike : STRIKES) {
                        if (strike.strikes(plain.calls().get(call))) {
                            int struck = call;
                            moves.add(() -> steps.pass(node, forgetful, struck, strike));
                        }
                    }
                }
            }
        }
        if (!node.world().pending().isEmpty()) {
            moves.add(() -> quiet(steps.waited(node)));
        }
        for (int i = 0; i < node.late().size(); i++) {
            int late = i;
            moves.add(() -> quiet(steps.landed(node, late)));
        }
        if (node.interferences() < interferences) {
            deeds.forEach((words, deed) -> {
                // A PUT over a vault that is there would be another deed than its words say.
                if (!words.startsWith("somebody makes a vault")
                        || !steps.promises().isThere(node.world())) {
                    moves.add(() -> quiet(steps.interfered(node, deed, words)));
                }
            });
        }
        return moves;
    }

    private static VaultSteps.Step quiet(VaultNode node) {
        return new VaultSteps.Step(node, List.of(), List.of(), Optional.empty());
    }

    /** From any state a process without memory, left alone, comes to an end, and to a good one where nobody interfered. */
    private List<Broken> ending(VaultNode node, Set<Fingerprint.Key> known) {
        if (known.contains(node.key(maker))) {
            return List.of();
        }
        var at = node;
        for (int pass = 0; pass < LONGEST_WALK; pass++) {
            var step = steps.pass(at, pass == 0, -1, Strike.NOTHING);
            if (!step.broken().isEmpty()) {
                return step.broken();
            }
            at = step.node();
            if (at.isOver()) {
                return judged(node, step);
            }
        }
        return List.of(new Broken(Promise.ENDS, "no end after " + LONGEST_WALK + " passes\n" + at.story()));
    }

    private List<Broken> judged(VaultNode node, VaultSteps.Step last) {
        var state = last.result().map(StepResult::state).orElse(StepResult.State.IN_PROGRESS);
        boolean isDone = state == StepResult.State.DONE;
        boolean shouldBe = start.endsWell() && node.interferences() == 0;
        boolean isThere = steps.promises().isComplete(last.node().world());
        boolean isTold = isDone ? isThere : node.interferences() > 0 || !isThere;
        return isTold && (isDone || !shouldBe)
                ? List.of()
                : List.of(new Broken(
                        Promise.ENDS,
                        state + ", complete: " + isThere + "\n" + last.node().story()));
    }
}
