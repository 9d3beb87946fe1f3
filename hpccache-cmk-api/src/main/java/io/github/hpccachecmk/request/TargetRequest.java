package io.github.hpccachecmk.request;

import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.report.Outcome;

/**
 * A request about an HPC cache or a Managed Lustre file system. New kinds may appear: have a default branch. Immutable.
 *
 * @param <R> what a request of this kind ends in
 */
public sealed interface TargetRequest<R extends Outcome> extends CmkRequest<R>
        permits EncryptionRequest, AuthorizeCache {
    /** {@return the cache or file system that it is about} */
    TargetId target();

    @Override
    default ResourceId subject() {
        return target().resourceId();
    }
}
