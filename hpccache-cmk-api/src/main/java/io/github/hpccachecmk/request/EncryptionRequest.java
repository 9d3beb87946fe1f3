package io.github.hpccachecmk.request;

import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.report.EncryptedResource;
import org.immutables.value.Value;

/**
 * A request that says under which key a cache or file system is to be. New kinds may appear: have a default branch. Immutable.
 */
public sealed interface EncryptionRequest extends TargetRequest<EncryptedResource>
        permits CreateRequest, ChangeKey, RotateKey {
    /** {@return the vault that holds the key} One of another subscription is a finding of the plan, not an error here. */
    VaultId vault();

    /** {@return the key, in that vault: with a version, as the services ask for one, unless the request itself finds it} */
    KeyUrl key();

    /** {@return what to do when the vault is not protected; {@link VaultProtection#requireAlreadyOn()} unless set} */
    @Value.Default
    default VaultProtection vaultProtection() {
        return VaultProtection.requireAlreadyOn();
    }
}
