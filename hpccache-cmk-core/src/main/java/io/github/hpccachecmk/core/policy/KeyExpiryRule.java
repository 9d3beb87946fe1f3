package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.error.ErrorCode;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.CreateRequest;
import io.github.hpccachecmk.request.RotateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The key version has not expired, and will not soon: an expired key is an outage risk for what it encrypts. */
final class KeyExpiryRule extends KeyRule {
    private static final Duration DEFAULT_HORIZON = Duration.ofDays(30);

    KeyExpiryRule() {
        super(
                "key.expiry",
                "The key version does not expire soon. BLOCKING when it has expired; WARNING when it expires within the"
                        + " request's horizon (30 days unless set), and when a rotation is to leave it.",
                Articles.KEY_ROTATION);
    }

    @Override
    public boolean concerns(CmkRequest<?> request) {
        return isAboutVaults(request);
    }

    @Override
    List<Finding> judge(Situation situation, KeyView view, KeySnapshot key) {
        if (key.expires().isEmpty()) {
            return List.of(ok(view.key(), "The key version has no expiry date."));
        }
        var expires = key.expires().get();
        if (isToBeLeft(situation, key)) {
            return List.of(warning(
                    view.key(),
                    "The newest version, " + key.key() + ", expires on " + expires + "; the rotation makes another.",
                    "Nothing to do, unless the rotation does not come to its end."));
        }
        if (!expires.isAfter(situation.now())) {
            return List.of(blocking(
                    view.key(),
                    ErrorCode.PREFLIGHT_BLOCKED,
                    "The key version expired on " + expires + "; it must be valid now (" + situation.now() + ").",
                    "Make a new version of the key and name that one, or change the expiry date."));
        }
        var horizon = horizon(situation);
        if (isWithin(horizon, situation.now(), expires)) {
            return List.of(warning(
                    view.key(),
                    "The key version expires on " + expires + ", within " + horizon.toDays()
                            + " days; what it encrypts can then stop working.",
                    "Plan its rotation, or change the expiry date."));
        }
        return List.of(ok(view.key(), "The key version does not expire before " + expires + "."));
    }

    private static boolean isToBeLeft(Situation situation, KeySnapshot key) {
        return situation.request() instanceof RotateKey rotate
                && rotate.newerThan().equals(key.key());
    }

    /** By seconds: the difference of any two times is known, a time after the last one is not. */
    private static boolean isWithin(Duration horizon, Instant now, Instant expires) {
        return expires.getEpochSecond() - now.getEpochSecond() <= horizon.toSeconds();
    }

    private static Duration horizon(Situation situation) {
        return situation.request() instanceof CreateRequest create ? create.expiryHorizon() : DEFAULT_HORIZON;
    }
}
