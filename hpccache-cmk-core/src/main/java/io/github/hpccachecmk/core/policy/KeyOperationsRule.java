package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.List;
import java.util.Set;

/** The key may wrap and unwrap: that is all that the services do with it. */
final class KeyOperationsRule extends KeyRule {
    private static final String WRAP = "wrapKey";
    private static final String UNWRAP = "unwrapKey";

    KeyOperationsRule() {
        super(
                "key.operations",
                "The key's permitted operations include wrapKey and unwrapKey. BLOCKING when one is missing.",
                Articles.KEY_DETAILS);
    }

    @Override
    public boolean concerns(CmkRequest<?> request) {
        return isAboutVaults(request);
    }

    @Override
    List<Finding> judge(Situation situation, KeyView view, KeySnapshot key) {
        if (key.operations().isEmpty()) {
            return List.of(unknown(
                    view.key(),
                    "The answer does not tell the key's permitted operations; wrapKey and unwrapKey must be among them.",
                    "Check the permitted operations by hand."));
        }
        boolean wraps = has(key.operations(), WRAP);
        boolean unwraps = has(key.operations(), UNWRAP);
        if (wraps && unwraps) {
            return List.of(ok(view.key(), "The key may wrap and unwrap."));
        }
        var missing = wraps ? UNWRAP : unwraps ? WRAP : WRAP + " and " + UNWRAP;
        return List.of(blocking(
                view.key(),
                ErrorCode.PREFLIGHT_BLOCKED,
                "The key's permitted operations are "
                        + quoted(String.join(
                                ", ", key.operations().stream().sorted().toList())) + "; " + missing
                        + (wraps || unwraps ? " is" : " are") + " missing.",
                "Permit wrapKey and unwrapKey on this version of the key."));
    }

    private static boolean has(Set<String> operations, String operation) {
        if (operations.contains(operation)) {
            return true;
        }
        for (var candidate : operations) {
            if (candidate.equalsIgnoreCase(operation)) {
                return true;
            }
        }
        return false;
    }
}
