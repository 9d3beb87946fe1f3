package io.github.hpccachecmk.azure.flow;

import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.RotateKey;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.TargetProbe;
import java.util.ArrayList;
import java.util.List;

/** How a resource can come to a newer version of its key. */
enum RotateVariant {
    CACHE_MAKES_VERSION(Variant.CACHE_SYSTEM_POLICY, false),
    CACHE_MAKES_VERSION_BY_ROLE(Variant.CACHE_SYSTEM_RBAC, false),
    CACHE_TAKES_NEWEST(Variant.CACHE_USER_POLICY, true),
    CACHE_FOLLOWS_BY_ITSELF(Variant.CACHE_SYSTEM_POLICY_ROTATING, false),
    FILE_SYSTEM_MAKES_VERSION(Variant.FILE_SYSTEM_POLICY, false),
    FILE_SYSTEM_TAKES_NEWEST(Variant.FILE_SYSTEM_POLICY, true);

    final Variant before;
    private final boolean isMade;

    RotateVariant(Variant before, boolean isMade) {
        this.before = before;
        this.isMade = isMade;
    }

    boolean isRotating() {
        return before == Variant.CACHE_SYSTEM_POLICY_ROTATING;
    }

    boolean makesVersion() {
        return !isMade;
    }

    List<WriteKind> writes() {
        var writes = new ArrayList<WriteKind>();
        if (makesVersion()) {
            writes.add(WriteKind.ROTATE_KEY);
            writes.add(WriteKind.TAG_KEY_VERSION);
        }
        if (!isRotating()) {
            writes.add(WriteKind.CHANGE_KEY);
        }
        return writes;
    }

    /** The resource is healthy under the first version; the second one is there or not. */
    FakeAzure world(long seed) throws InterruptedException {
        var azure = before.world(seed);
        new Job(azure, Face.PORTS.keys(azure), before.request(azure)).succeeds();
        var owner = azure.principal(FakeAzure.OWNER).mayData("Microsoft.KeyVault/vaults/*");
        azure.vault(Variant.VAULT).withKeyPermissions(owner.objectId(), "get", "rotate", "update");
        if (isMade) {
            azure.vault(Variant.VAULT).withNewVersion(Variant.KEY);
        }
        return azure;
    }

    TargetProbe target(FakeAzure azure) {
        return before.target(azure);
    }

    KeyUrl newest(FakeAzure azure) {
        return KeyUrl.parse(azure.keyUrl(Variant.VAULT, Variant.KEY));
    }

    /** Before the rotation: away from the version in use. */
    RotateKey request(FakeAzure azure) {
        return RotateKey.builder()
                .target(TargetId.parse(target(azure).id()))
                .vault(VaultId.parse(azure.vault(Variant.VAULT).id()))
                .newerThan(KeyUrl.parse(target(azure).keyUrl()))
                .build();
    }
}
