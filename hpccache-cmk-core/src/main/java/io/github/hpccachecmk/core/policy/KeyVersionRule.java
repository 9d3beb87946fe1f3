package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import java.util.List;

/** A version is given, and it is the newest. An existing resource may well be on an older one. */
final class KeyVersionRule extends KeyRule {
    KeyVersionRule() {
        super(
                "key.version",
                "The key URL names a version, and it is the newest. Without a version: BLOCKING for a create; WARNING for an"
                        + " older version.",
                Articles.KEY_ROTATION);
    }

    @Override
    List<Finding> judge(Situation situation, KeyView view, KeySnapshot key) {
        if (view.key().version().isEmpty()) {
            return isCreate(situation)
                    ? List.of(blocking(
                            view.key(),
                            ErrorCode.INVALID_INPUT,
                            "The key URL names no version; a create needs one.",
                            view.newest()
                                    .map(newest -> "Name the newest: " + newest.key() + ".")
                                    .orElse("Name a version.")))
                    : List.of();
        }
        if (view.newest().isEmpty()) {
            return List.of(unknown(
                    view.key(),
                    "Which version is the newest could not be read; the newest should be used.",
                    "Compare the version with the vault's own list."));
        }
        var newest = view.newest().get().key();
        return List.of(
                newest.version().equals(view.key().version())
                        ? ok(view.key(), "The version is the newest.")
                        : warning(
                                view.key(),
                                "The version is not the newest, " + newest
                                        + "; an older one works and may be retired sooner.",
                                "Name the newest version, unless the older one is meant."));
    }
}
