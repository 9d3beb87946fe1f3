package io.github.hpccachecmk.core.run;

import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.request.CmkRequest;
import java.time.Instant;

/** Makes a plan. Generic in its method, so implemented by method references only. */
@FunctionalInterface
interface Planner {
    /** Reads and judges. Blocks for as long as its calls take. */
    <R extends Outcome> Plan plan(CmkRequest<R> request, Instant now);
}
