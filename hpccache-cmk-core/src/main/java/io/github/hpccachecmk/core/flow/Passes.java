package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.request.CmkRequest;
import java.time.Instant;

/**
 * Makes passes and plans over a world. Thread-safe; holds no state of any flow.
 *
 * <p>Remote calls: what the facts of the request's rules need, and at most one write a pass. Never throws for a remote
 * failure in {@link #run}.
 */
public final class Passes {
    private final Ports ports;
    private final RuleCatalogue rules;
    private final Jitter jitter;

    /** Passes over {@code ports}, judged by {@code rules}. */
    public Passes(Ports ports, RuleCatalogue rules, Jitter jitter) {
        this.ports = ports;
        this.rules = rules;
        this.jitter = jitter;
    }

    /**
     * One pass.
     *
     * @param state what the last pass of this process left, or {@link FlowState#start}
     * @param now this process's time; {@code lookAgainAt} of the result is in the same clock
     */
    public <R extends Outcome> PassOutcome<R> run(
            CmkRequest<R> request, FlowState state, OperationOptions options, Instant now) {
        var context = context(request);
        return new Pass<>(
                        request,
                        options,
                        rules,
                        Reads.once(ports, context),
                        new Effects(ports, context),
                        context.correlationId(),
                        jitter.next(),
                        state,
                        now)
                .run();
    }

    /**
     * What the request would do; reads only.
     *
     * @param now this process's time
     * @throws io.github.hpccachecmk.error.CmkException when the resource itself cannot be looked at
     */
    public <R extends Outcome> Plan plan(CmkRequest<R> request, Instant now) {
        var context = context(request);
        return new Foresight(request, rules, Reads.twice(ports, context), context.correlationId(), now).plan();
    }

    private static CallContext context(CmkRequest<?> request) {
        return new CallContext(CorrelationIds.of(request).toString());
    }
}
