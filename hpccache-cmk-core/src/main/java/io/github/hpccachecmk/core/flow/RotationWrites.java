package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.model.KeyRotation;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.WriteKind;
import java.util.Optional;

/** How a key's own rotation policy is set. Pure. */
final class RotationWrites {
    private RotationWrites() {}

    /** Notifications stay as they were read. */
    static Write set(
            KeyUrl key, ResourceId scope, RotationSnapshot before, Optional<KeyRotation> wanted, String reason) {
        return new Write.SetRotation(
                key,
                before.with(wanted),
                new PlannedWrite(
                        WriteKind.SET_ROTATION_POLICY,
                        scope.toString(),
                        "",
                        "PUT rotation policy: "
                                + wanted.map(RotationWrites::words).orElse("rotates never by itself")
                                + before.notifyBeforeExpiry()
                                        .map(time -> ", still tells " + time + " before expiry")
                                        .orElse("")
                                + "; sent to the vault itself",
                        reason));
    }

    static String words(KeyRotation rotation) {
        return "rotates after " + rotation.rotateAfter()
                + rotation.expireAfter()
                        .map(life -> ", versions expire after " + life)
                        .orElse("");
    }
}
