package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CmkRequest;
import java.util.List;

/** The key is an RSA key; one in hardware is what the articles do not mention. */
final class KeyTypeRule extends KeyRule {
    KeyTypeRule() {
        super(
                "key.type",
                "The key's type is RSA. WARNING for RSA-HSM, which the services' articles do not mention; BLOCKING for any"
                        + " other.",
                Articles.CACHE_KEYS);
    }

    @Override
    public boolean concerns(CmkRequest<?> request) {
        return isAboutVaults(request);
    }

    @Override
    List<Finding> judge(Situation situation, KeyView view, KeySnapshot key) {
        if (isRsa(key)) {
            return List.of(ok(view.key(), "The key's type is RSA."));
        }
        if (isRsaInHardware(key)) {
            return List.of(warning(
                    view.key(),
                    "The key's type is RSA-HSM; the services' articles ask for RSA and do not mention keys in hardware.",
                    "To be certain, use a key of type RSA."));
        }
        return List.of(
                key.type().isBlank()
                        ? unknown(
                                view.key(),
                                "The answer does not tell the key's type; it must be RSA.",
                                "Check the key's type by hand.")
                        : blocking(
                                view.key(),
                                ErrorCode.PREFLIGHT_BLOCKED,
                                "The key's type is " + quoted(key.type()) + "; it must be RSA.",
                                "Use an RSA key of 2048 bits."));
    }

    static boolean isRsa(KeySnapshot key) {
        return key.type().equalsIgnoreCase("RSA");
    }

    static boolean isRsaInHardware(KeySnapshot key) {
        return key.type().equalsIgnoreCase("RSA-HSM");
    }
}
