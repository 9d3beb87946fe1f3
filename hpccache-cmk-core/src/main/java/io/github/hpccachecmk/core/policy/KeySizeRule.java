package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.List;

/** An RSA key has 2048 bits. */
final class KeySizeRule extends KeyRule {
    private static final int LEGAL = 2048;

    KeySizeRule() {
        super(
                "key.size",
                "The RSA key has 2048 bits; BLOCKING for any other size. Keys of another type are the type's finding.",
                Articles.CACHE_KEYS);
    }

    @Override
    public boolean concerns(CmkRequest<?> request) {
        return isAboutVaults(request);
    }

    @Override
    List<Finding> judge(Situation situation, KeyView view, KeySnapshot key) {
        if (!KeyTypeRule.isRsa(key) && !KeyTypeRule.isRsaInHardware(key)) {
            return List.of();
        }
        if (key.size().isEmpty()) {
            return List.of(unknown(
                    view.key(),
                    "The answer does not tell the key's size; it must be 2048 bits.",
                    "Check the key's size by hand."));
        }
        int size = key.size().getAsInt();
        return List.of(
                size == LEGAL
                        ? ok(view.key(), "The key has 2048 bits.")
                        : blocking(
                                view.key(),
                                ErrorCode.PREFLIGHT_BLOCKED,
                                "The key has " + size + " bits; it must have 2048.",
                                "Use an RSA key of 2048 bits."));
    }
}
