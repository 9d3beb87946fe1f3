package io.github.hpccachecmk.azure.flow;

import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.ChangeKey;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.TargetProbe;
import java.util.ArrayList;
import java.util.List;

/** From which key to which a resource can go. */
enum ChangeVariant {
    CACHE_NEW_VERSION(Variant.CACHE_SYSTEM_POLICY, To.NEW_VERSION),
    CACHE_OTHER_KEY_BY_ROLE(Variant.CACHE_SYSTEM_RBAC, To.OTHER_KEY),
    CACHE_OTHER_VAULT_BY_POLICY(Variant.CACHE_USER_POLICY, To.OTHER_VAULT),
    CACHE_ROTATING_NEW_VERSION(Variant.CACHE_SYSTEM_POLICY_ROTATING, To.NEW_VERSION),
    CACHE_ROTATING_OTHER_VAULT(Variant.CACHE_SYSTEM_POLICY_ROTATING, To.OTHER_VAULT_BY_ROLE),
    FILE_SYSTEM_NEW_VERSION(Variant.FILE_SYSTEM_POLICY, To.NEW_VERSION),
    FILE_SYSTEM_OTHER_VAULT_BY_ROLE(Variant.FILE_SYSTEM_POLICY, To.OTHER_VAULT_BY_ROLE);

    private enum To {
        NEW_VERSION,
        OTHER_KEY,
        OTHER_VAULT,
        OTHER_VAULT_BY_ROLE
    }

    static final String OTHER = "fabrikam-cmk";
    static final String OTHER_KEY = "next-key";

    final Variant before;
    private final To to;

    ChangeVariant(Variant before, To to) {
        this.before = before;
        this.to = to;
    }

    boolean isRotating() {
        return before == Variant.CACHE_SYSTEM_POLICY_ROTATING;
    }

    List<WriteKind> writes() {
        var writes = new ArrayList<WriteKind>();
        switch (to) {
            case NEW_VERSION -> {}
            case OTHER_KEY, OTHER_VAULT_BY_ROLE -> writes.add(WriteKind.ASSIGN_ROLE);
            case OTHER_VAULT -> writes.add(WriteKind.ADD_ACCESS_POLICY);
        }
        writes.add(WriteKind.CHANGE_KEY);
        if (isRotating()) {
            writes.add(WriteKind.UPDATE_ENCRYPTION);
        }
        return writes;
    }

    /** The resource is healthy under its first key, and the new key is there. */
    FakeAzure world(long seed) throws InterruptedException {
        var azure = before.world(seed);
        new Job(azure, Face.PORTS.keys(azure), before.request(azure)).succeeds();
        switch (to) {
            // Made, yet not taken: the service itself would follow within the hour where it rotates.
            case NEW_VERSION -> azure.vault(Variant.VAULT).withNewVersion(Variant.KEY);
            case OTHER_KEY -> azure.vault(Variant.VAULT).withRsaKey(OTHER_KEY, 2048);
            case OTHER_VAULT -> azure.vault(OTHER).purgeProtection(true).withRsaKey(OTHER_KEY, 2048);
            case OTHER_VAULT_BY_ROLE ->
                azure.vault(OTHER).rbac().purgeProtection(true).withRsaKey(OTHER_KEY, 2048);
        }
        return azure;
    }

    TargetProbe target(FakeAzure azure) {
        return before.target(azure);
    }

    KeyUrl newKey(FakeAzure azure) {
        return KeyUrl.parse(
                switch (to) {
                    case NEW_VERSION -> azure.keyUrl(Variant.VAULT, Variant.KEY);
                    case OTHER_KEY -> azure.keyUrl(Variant.VAULT, OTHER_KEY);
                    case OTHER_VAULT, OTHER_VAULT_BY_ROLE -> azure.keyUrl(OTHER, OTHER_KEY);
                });
    }

    ChangeKey.Builder builder(FakeAzure azure) {
        var vault = to == To.NEW_VERSION || to == To.OTHER_KEY ? Variant.VAULT : OTHER;
        return ChangeKey.builder()
                .target(TargetId.parse(target(azure).id()))
                .vault(VaultId.parse(azure.vault(vault).id()))
                .key(newKey(azure));
    }

    ChangeKey request(FakeAzure azure) {
        return builder(azure).build();
    }
}
