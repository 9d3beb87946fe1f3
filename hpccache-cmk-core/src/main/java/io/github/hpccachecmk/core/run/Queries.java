package io.github.hpccachecmk.core.run;

import io.github.hpccachecmk.core.audit.Auditor;
import io.github.hpccachecmk.core.inspect.Inspector;
import io.github.hpccachecmk.core.picker.Pickers;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.Ports;

/**
 * What an engine answers without a flow.
 *
 * @param pickers what can be chosen from
 * @param inspector one resource
 * @param auditor many resources
 */
record Queries(Pickers pickers, Inspector inspector, Auditor auditor) {
    static Queries of(Ports ports, RuleCatalogue rules, Pacing pacing, BudgetGate gate) {
        return new Queries(
                new Pickers(ports, rules),
                new Inspector(ports, rules),
                new Auditor(ports, rules, pacing::now, new PacedPause(pacing, gate)));
    }
}
