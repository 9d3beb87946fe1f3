package io.github.hpccachecmk.core.run;

import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.Optional;

/**
 * What makes two begins the same flow.
 *
 * @param request the request
 * @param approvedPlan the digest of the plan that binds
 */
record FlowKey(CmkRequest<?> request, Optional<String> approvedPlan) {
    static FlowKey of(CmkRequest<?> request, OperationOptions options) {
        return new FlowKey(request, options.approvedPlan().map(Plan::digest));
    }
}
