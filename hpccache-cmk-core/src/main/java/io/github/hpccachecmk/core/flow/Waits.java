package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.failure.Diagnosis;
import io.github.hpccachecmk.core.failure.FailureClassifier;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Awaited;
import io.github.hpccachecmk.report.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Waits with their limits; each gives a code of its own once its limit is over. Pure. */
final class Waits {
    private static final Duration TROUBLE_LIMIT = Duration.ofHours(1);
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration NEAR = Duration.ofMinutes(15);
    /** How long what a grant depends on is believed while the resource does not notice the grant. */
    static final Duration DOUBT = Duration.ofMinutes(5);

    private final View view;

    private Waits(View view) {
        this.view = view;
    }

    static Waits in(View view) {
        return new Waits(view);
    }

    /** Looks at the resource again after a while; gives up at {@code limit}. */
    Decision poll(Phase phase, Duration delay, String what, Instant limit, ErrorCode after) {
        return exactly(phase, view.jittered(sooner(delay)), what, limit, after, stale());
    }

    /** Near the deadline every second counts: somebody may be about to act. */
    private Duration sooner(Duration delay) {
        boolean near = view.deadline()
                .map(deadline -> Duration.between(view.now(), deadline))
                .filter(left -> !left.isNegative() && left.compareTo(NEAR) < 0)
                .isPresent();
        return near && delay.compareTo(SHORTEST) > 0 ? SHORTEST : delay;
    }

    /** Waits a given time, not jittered: the service or a window named it. Blocks once {@code limit} is over. */
    Decision exactly(Phase phase, Duration delay, String what, Instant limit, ErrorCode after, Set<FactKey<?>> forget) {
        if (!view.now().isBefore(limit)) {
            return new Decision.Blocked(
                    List.of(Findings.blocking(
                            "wait-limit",
                            view.request().subject().toString(),
                            after,
                            "Waited until " + limit + " for " + what + ", which did not come.",
                            ErrorCode.WAIT_LIMIT_REACHED.remedy())),
                    false);
        }
        return new Decision.Wait(delay, new Awaited(what, view.since(phase), limit, after), forget);
    }

    /** The resource is read anew on every poll; vault, key, identities and assignments when a grant has shown no effect for a while. */
    private Set<FactKey<?>> stale() {
        var forget = new HashSet<FactKey<?>>();
        forget.addAll(view.allWitnesses());
        for (var key : view.facts().keys()) {
            if (isInDoubt(key) && !view.facts().get(key).isFresh(view.now(), DOUBT)) {
                forget.add(key);
            }
        }
        return forget;
    }

    private boolean isInDoubt(FactKey<?> key) {
        return view.isInDoubt() && isGround(key);
    }

    /** Whether writes stand on it: vault, key, identities, assignments. */
    static boolean isGround(FactKey<?> key) {
        return key instanceof FactKey.Vault
                || key instanceof FactKey.NewestKey
                || key instanceof FactKey.KeyVersion
                || key instanceof FactKey.Identity
                || key instanceof FactKey.Assignments;
    }

    /** What the create after a settle window stands on: much can have happened to it in the meantime. */
    Set<FactKey<?>> ground() {
        var ground = new HashSet<FactKey<?>>();
        ground.addAll(view.allWitnesses());
        view.facts().keys().stream().filter(Waits::isGround).forEach(ground::add);
        return ground;
    }

    /** A read that is needed failed: wait when time can heal it, else somebody has to act. */
    Decision trouble(Set<FactKey<?>> wanted) {
        var key = view.unreadable(wanted).orElseThrow();
        var failure = view.facts().get(key).failure().orElseThrow();
        var diagnosis = FailureClassifier.classify(failure);
        var since = view.memory().troubleSince().orElse(view.now());
        return switch (diagnosis.treatment()) {
            case RESEND_LATER, LOOK_FIRST, RE_READ, ALREADY_THERE, SLOW_DOWN ->
                exactly(
                        view.memory().phase(),
                        troubleDelay(diagnosis, since),
                        "a read that succeeds (" + diagnosis.code() + ")",
                        since.plus(TROUBLE_LIMIT),
                        diagnosis.code(),
                        Set.of(key));
            case ACT_FIRST, USE_CONTROL_PLANE, TERMINAL ->
                new Decision.Blocked(List.of(Findings.of("read", diagnosis)), view.isTimeRunning());
        };
    }

    private Duration troubleDelay(Diagnosis diagnosis, Instant since) {
        return diagnosis
                .retryAfter()
                .map(after -> after.minus(Duration.between(diagnosis.failure().at(), view.now())))
                .filter(left -> !left.isNegative())
                .orElseGet(() -> view.jittered(clamp(Duration.between(since, view.now()))));
    }

    /** Half of what has passed already, within bounds: an exponential backoff that needs no counter. */
    static Duration clamp(Duration passed) {
        var half = passed.dividedBy(2);
        if (half.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return half.compareTo(LONGEST) > 0 ? LONGEST : half;
    }
}
