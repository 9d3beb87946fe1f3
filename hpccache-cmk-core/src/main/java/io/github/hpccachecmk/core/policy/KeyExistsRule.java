package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import java.util.List;

/** Key and version exist. */
final class KeyExistsRule extends KeyRule {
    KeyExistsRule() {
        super(
                "key.exists",
                "The vault has a key of this name and version. BLOCKING when it does not.",
                Articles.CACHE_KEYS);
    }

    @Override
    List<Finding> judge(Situation situation, KeyView view, KeySnapshot key) {
        return List.of(ok(view.key(), "The key exists."));
    }

    @Override
    List<Finding> missing(KeyView view) {
        return List.of(
                view.isVersionMissing()
                        ? blocking(
                                view.key(),
                                ErrorCode.RESOURCE_MISSING,
                                "The key exists, this version of it does not"
                                        + view.newest()
                                                .map(newest -> "; the newest is " + newest.key())
                                                .orElse("")
                                        + ".",
                                "Correct the version in the key URL.")
                        : blocking(
                                view.key(),
                                ErrorCode.RESOURCE_MISSING,
                                "The vault has no key of this name.",
                                "Create an RSA key of 2048 bits, recover the key if it was deleted, or correct the name."));
    }
}
