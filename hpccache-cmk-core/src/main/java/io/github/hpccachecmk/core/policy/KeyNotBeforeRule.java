package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.List;

/** The key version is active already: before its activation date a vault refuses to wrap. */
final class KeyNotBeforeRule extends KeyRule {
    KeyNotBeforeRule() {
        super(
                "key.not-before",
                "The key version's activation date, if it has one, has passed. BLOCKING when it has not.",
                Articles.KEY_DETAILS);
    }

    @Override
    public boolean concerns(CmkRequest<?> request) {
        return isAboutVaults(request);
    }

    @Override
    List<Finding> judge(Situation situation, KeyView view, KeySnapshot key) {
        if (key.notBefore().isEmpty()) {
            return List.of(ok(view.key(), "The key version has no activation date."));
        }
        var from = key.notBefore().get();
        return List.of(
                from.isAfter(situation.now())
                        ? blocking(
                                view.key(),
                                ErrorCode.PREFLIGHT_BLOCKED,
                                "The key version is not active before " + from + "; it must be active now ("
                                        + situation.now() + ").",
                                "Wait until then, change the activation date, or name an active version.")
                        : ok(view.key(), "The key version is active since " + from + "."));
    }
}
