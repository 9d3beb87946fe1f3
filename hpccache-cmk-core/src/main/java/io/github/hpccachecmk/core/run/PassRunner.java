package io.github.hpccachecmk.core.run;

import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.flow.FlowState;
import io.github.hpccachecmk.core.flow.PassOutcome;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.request.CmkRequest;
import java.time.Instant;

/** Makes one pass. Generic in its method, so implemented by method references only. */
@FunctionalInterface
interface PassRunner {
    /** Looks, decides, and sends at most one write. Blocks for as long as its calls take. */
    <R extends Outcome> PassOutcome<R> run(
            CmkRequest<R> request, FlowState state, OperationOptions options, Instant now);
}
