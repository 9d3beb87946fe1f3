package io.github.hpccachecmk.examples.readme;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.error.CmkException;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.ChangeKey;
import java.time.Duration;

/** What an operator does when a key is to be replaced. */
final class KeyChange {
    private KeyChange() {}

    static EncryptedResource change(CustomerManagedKeys keys, TargetId target, VaultId vault, KeyUrl newKey)
            throws CmkException, InterruptedException {
        // region change
        ChangeKey request =
                ChangeKey.builder().target(target).vault(vault).key(newKey).build();

        EncryptedResource changed = keys.begin(request).await(Duration.ofHours(1));
        System.out.println("under " + changed.key() + ", rotates: " + changed.autoRotation());
        // endregion
        return changed;
    }
}
