package io.github.hpccachecmk.request;

import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.report.Outcome;
import java.time.Duration;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Something to bring about, described completely: the same request asked for again, by this process or another, means the same and
 * does no harm. New kinds may appear: have a default branch. Immutable, so safe for use by several threads; makes no call.
 *
 * @param <R> what a request of this kind ends in
 */
public sealed interface CmkRequest<R extends Outcome> permits TargetRequest, VaultRequest, KeyRequest {
    /** {@return the kind of this request} */
    RequestKind kind();

    /** {@return the id of the resource that it is about} */
    ResourceId subject();

    /**
     * {@return how old a grant has to be before something that fails without it is tried; zero to 24 hours, ten minutes unless set} Nobody
     * but the service can see that a grant has become effective.
     */
    @Value.Default
    default Duration settleWindow() {
        return Duration.ofMinutes(10);
    }

    /**
     * {@return the portable form, for engines that store requests: a tree of maps, lists, text, booleans and numbers with {@code schema} and
     * {@code kind} in it; {@link Requests#fromMap} is its reverse} Contains nothing secret.
     */
    Map<String, Object> toMap();
}
