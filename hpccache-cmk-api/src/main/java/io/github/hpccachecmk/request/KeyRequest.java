package io.github.hpccachecmk.request;

import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Outcome;

/**
 * A request about a key by itself, whoever uses it. New kinds may appear: have a default branch. Immutable.
 *
 * @param <R> what a request of this kind ends in
 */
public sealed interface KeyRequest<R extends Outcome> extends CmkRequest<R>
        permits SetRotationPolicy, SetKeyVersionEnabled, RecoverKey, RevokeGrant {
    /** {@return the vault that holds the key} */
    VaultId vault();

    /** {@return the name of the key} */
    String keyName();

    @Override
    default ResourceId subject() {
        return vault().keyScope(keyName());
    }
}
