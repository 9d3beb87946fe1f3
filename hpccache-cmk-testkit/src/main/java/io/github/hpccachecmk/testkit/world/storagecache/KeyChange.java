package io.github.hpccachecmk.testkit.world.storagecache;

import io.github.hpccachecmk.testkit.world.ArmErrors;
import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Doc;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.storagecache.KeyAccess.Verdict;
import java.util.Optional;

/** A change of the key of an existing resource. */
final class KeyChange {
    private KeyChange() {}

    private static boolean isChange(Doc before, Doc after) {
        return !Encryption.keyUrl(before).equals(Encryption.keyUrl(after));
    }

    /** The refusal of a new key that the resource's identity cannot use; inferred. */
    static Optional<WireResponse> refusal(World world, Call call, Resource existing, Doc after) {
        String url = Encryption.keyUrl(after).orElse("");
        if (!isChange(existing.document(), after) || !call.on(world, Behaviour.KEY_CHANGE_NEEDS_ACCESS)) {
            return Optional.empty();
        }
        TargetState state = (TargetState) existing.state();
        Verdict verdict = KeyAccess.of(world, state, url, call.now(), call.decisions());
        return verdict == Verdict.ACCESSIBLE
                ? Optional.empty()
                : Optional.of(ArmErrors.of(400, KeyTrial.code(verdict), KeyTrial.text(verdict, url), "keyUrl"));
    }

    /** Every change of the key resets the rotation flag, whatever was sent with it. */
    static Doc withFlagReset(World world, Call call, Doc before, Doc after) {
        boolean isReset = after.has(Encryption.FLAG)
                && isChange(before, after)
                && call.on(world, Behaviour.ROTATION_FLAG_RESET_BY_KEY_CHANGE);
        return isReset ? after.withAt(Encryption.FLAG, false) : after;
    }
}
