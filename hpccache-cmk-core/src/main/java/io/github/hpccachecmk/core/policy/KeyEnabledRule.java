package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.List;

/** The key version is enabled. */
final class KeyEnabledRule extends KeyRule {
    KeyEnabledRule() {
        super("key.enabled", "The key version is enabled. BLOCKING when it is disabled.", Articles.CACHE_KEYS);
    }

    @Override
    public boolean concerns(CmkRequest<?> request) {
        return isAboutVaults(request);
    }

    @Override
    List<Finding> judge(Situation situation, KeyView view, KeySnapshot key) {
        return List.of(
                key.enabled()
                        ? ok(view.key(), "The key version is enabled.")
                        : blocking(
                                view.key(),
                                ErrorCode.PREFLIGHT_BLOCKED,
                                "The key version is disabled; it must be enabled.",
                                "Enable this version of the key, or name an enabled one."));
    }
}
