package io.github.hpccachecmk.request;

import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Outcome;

/**
 * A request about a key vault. New kinds may appear: have a default branch. Immutable.
 *
 * @param <R> what a request of this kind ends in
 */
public sealed interface VaultRequest<R extends Outcome> extends CmkRequest<R> permits PrepareVault {
    /** {@return the vault that it is about} */
    VaultId vault();

    @Override
    default ResourceId subject() {
        return vault().resourceId();
    }
}
