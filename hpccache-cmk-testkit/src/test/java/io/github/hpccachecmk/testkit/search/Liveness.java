package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.testkit.search.Safety.Breach;
import io.github.hpccachecmk.testkit.world.Pending;
import io.github.hpccachecmk.testkit.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * From a state, a new process with empty memory, no more faults, and a world in which what is to come does come: does it
 * end, and for a reason? States known to lead to an end are not walked again. Mutable, for one thread.
 */
final class Liveness {
    private static final int MOST_PASSES = 600;

    private final Start start;
    private final Stepping stepping;
    private final Fingerprint.Maker maker;
    private final Set<Fingerprint.Key> ending = new HashSet<>();
    private long runs;

    Liveness(Start start, Stepping stepping, Fingerprint.Maker maker) {
        this.start = start;
        this.stepping = stepping;
        this.maker = maker;
    }

    long runs() {
        return runs;
    }

    /** What is wrong with how it ends. */
    List<Breach> from(Node from) {
        var fresh = new Node(
                from.world(),
                from.world(),
                from.now(),
                List.of(Node.Orchestrator.fresh()),
                from.late(),
                new Node.Spent(0, 0, 0),
                from.grantedAt(),
                Optional.empty(),
                Optional.empty(),
                0);
        var walked = new ArrayList<Fingerprint.Key>();
        Node node = fresh;
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            var key = node.key(maker);
            if (ending.contains(key)) {
                ending.addAll(walked);
                return List.of();
            }
            if (pass == 0) {
                runs++;
            }
            walked.add(key);
            var made = stepping.make(node, Move.Pass.plain(0, false));
            if (!made.breaches().isEmpty()) {
                return made.breaches();
            }
            var result = made.result().orElseThrow();
            if (result.lookAgainAt().isEmpty()) {
                var end = made.node();
                var wrong = Reasons.judge(result, end.world(), end.now(), start);
                if (wrong.isEmpty()) {
                    ending.addAll(walked);
                }
                return wrong.map(List::of).orElse(List.of());
            }
            node = letItHappen(made.node());
        }
        return List.of(
                new Breach(Safety.CONVERGES, "no end after " + MOST_PASSES + " passes; last " + node.processes()));
    }

    /** Late effects land, then all that is to come comes, in order; what only time brings comes with time. */
    private Node letItHappen(Node node) {
        Node current = node;
        while (!current.late().isEmpty()) {
            current = stepping.make(current, new Move.Lands(0)).node();
        }
        for (int fired = 0; fired < 50; fired++) {
            int next = firstManual(current.world());
            if (next < 0) {
                break;
            }
            current = stepping.make(current, new Move.Fires(next, "")).node();
        }
        return new Node(
                current.world(),
                current.earlier(),
                current.now().plus(Duration.ofSeconds(1)),
                current.processes(),
                current.late(),
                current.spent(),
                current.grantedAt(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private static int firstManual(World world) {
        for (int i = 0; i < world.pending().size(); i++) {
            Pending pending = world.pending().get(i);
            if (pending.isManual()) {
                return i;
            }
        }
        return -1;
    }
}
