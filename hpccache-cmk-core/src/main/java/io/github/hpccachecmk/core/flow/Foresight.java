package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.failure.FailureClassifier;
import io.github.hpccachecmk.core.policy.Rule;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.policy.Situation;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.request.CmkRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a plan by asking the transition table itself: reads are made, writes are only noted and their effect is assumed,
 * until the table is done. So a plan cannot say anything else than what the flow would do. Used once, by one thread.
 */
final class Foresight {
    /** More rounds than any flow has reads and writes: only a defect gets there. */
    private static final int MOST_ROUNDS = 200;

    private final CmkRequest<?> request;
    private final RuleCatalogue rules;
    private final Reads reads;
    private final String correlationId;
    private final List<PlannedWrite> writes = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    private FlowState state = FlowState.start(Hint.none());
    private Optional<Situation> observed = Optional.empty();
    private Instant now;
    private int calls;
    private boolean assumed;
    private boolean proofDue;
    private boolean behindEnd;

    Foresight(CmkRequest<?> request, RuleCatalogue rules, Reads reads, String correlationId, Instant now) {
        this.request = request;
        this.rules = rules;
        this.reads = reads;
        this.correlationId = correlationId;
        this.now = now;
    }

    Plan plan() {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var view = view();
            var move = view.decide();
            if (!goOn(view, move)) {
                return conclude();
            }
        }
        throw new IllegalStateException("no plan comes to an end for " + request.kind());
    }

    private View view() {
        return View.of(
                new Situation(request, state.facts(), now),
                state.memory(),
                rules,
                new View.Stance(false, false),
                Jitter.none().next());
    }

    private boolean goOn(View view, Move move) {
        var decision = move.decision();
        if (decision instanceof Decision.Read read) {
            read(view, read.keys());
            return true;
        }
        if (behindEnd && (decision instanceof Decision.Act || decision instanceof Decision.Wait)) {
            // Nothing of this would be written: what stands in the way is told, and that is all.
            return false;
        }
        if (decision instanceof Decision.Act act) {
            observed = Optional.of(observed.orElse(view.situation()));
            writes.add(act.write().planned());
            calls++;
            proofDue = true;
            assumed = true;
            state = view.assumed(act.write(), state);
            return true;
        }
        if (decision instanceof Decision.Wait wait
                && view.isThere()
                && view.unreadable(view.planFacts()).isEmpty()) {
            observed = Optional.of(observed.orElse(view.situation()));
            now = now.plus(wait.delay());
            assumed = true;
            countProof();
            state = view.awaited(state);
            return true;
        }
        if (decision instanceof Decision.Wait wait
                && view.unreadable(view.planFacts()).isEmpty()) {
            now = now.plus(wait.delay());
            return true;
        }
        if (decision instanceof Decision.Blocked blocked) {
            findings.addAll(blocked.findings());
            return lookBehind(view, blocked.findings().get(0).code());
        }
        if (decision instanceof Decision.Failed failed) {
            findings.add(Findings.blocking(
                    move.row(),
                    request.subject().toString(),
                    failed.error().code(),
                    failed.error().message(),
                    failed.error().remedy()));
            return lookBehind(view, Optional.of(failed.error().code()));
        }
        return false;
    }

    /** Once only, and only while nothing was assumed: what is read from here on is true of the world. */
    private boolean lookBehind(View view, Optional<ErrorCode> end) {
        var behind = behindEnd || assumed ? Optional.<FlowState>empty() : end.flatMap(code -> view.behind(code, state));
        behind.ifPresent(next -> {
            behindEnd = true;
            state = next;
        });
        return behind.isPresent();
    }

    private void read(View view, Set<FactKey<?>> keys) {
        var advisory = rules.facts(view.situation(), EnumSet.of(Rule.Tier.ADVISORY));
        var gate = view.gateFacts();
        for (var key : keys) {
            boolean target = key.equals(view.subjectKey());
            // An identity's assignments are an advisory fact too, yet no grant is written without them.
            boolean advice = advisory.contains(key) && !gate.contains(key) && !(key instanceof FactKey.Assignments);
            calls += advice ? 0 : 1;
            if (assumed) {
                proofDue = proofDue && !target;
                state = view.answered(key, state);
                continue;
            }
            state = reads.read(key, state);
            var failure = state.facts().get(key).failure().map(FailureClassifier::classify);
            if (target && failure.isPresent()) {
                throw new CmkException(failure.get().toError(correlationId));
            }
            failure.filter(found -> gate.contains(key) || view.allWitnesses().contains(key))
                    .ifPresent(found -> findings.add(Findings.of("read", found)));
            var at = state.facts().get(key).at();
            now = at.isAfter(now) ? at : now;
        }
    }

    /** After the last write one read proves the result; polls before it are not counted. */
    private void countProof() {
        calls += proofDue ? 1 : 0;
        proofDue = false;
    }

    private Plan conclude() {
        var situation = observed.orElse(view().situation());
        var tiers = situation.target().isPresent() ? EnumSet.of(Rule.Tier.GATE) : EnumSet.allOf(Rule.Tier.class);
        findings.addAll(rules.evaluate(situation, tiers).findings());
        findings.sort(Comparator.comparing(Finding::severity));
        return Plan.builder()
                .subject(request.subject())
                .addAllFindings(withoutRepeats())
                .addAllWrites(writes)
                .expectedCalls(calls)
                .madeAt(situation.now())
                .build();
    }

    /** A rule and the table may both say that the same thing could not be read; once is enough. */
    private List<Finding> withoutRepeats() {
        return findings.stream().distinct().toList();
    }
}
