package io.github.hpccachecmk.request;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.TargetId;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Puts an existing cache or file system under another key: another version, another key, or a key of another vault.
 *
 * <p>Required: {@code target}, {@code vault}, {@code key}. The resource's identities are given access to the new key, which settles before
 * the switch; access to the old one is never taken away. Nothing but the encryption settings is written. A change of the key switches a
 * cache's automatic rotation off, so it is switched on again when it was on; a process that begins without a hint between the two writes
 * cannot know that it was, so say {@code autoRotation(true)} where it is wanted in any case. While automatic rotation is on, the service
 * itself takes newer versions, which are never rolled back. Bad or missing members are refused by the builder with an
 * {@link InvalidInputException}. Immutable; makes no call.
 */
@Value.Immutable
@ValueStyle
public abstract non-sealed class ChangeKey implements EncryptionRequest {
    ChangeKey() {}

    /**
     * Begins a new request with nothing but the defaults set.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public abstract TargetId target();

    /** {@return whether the service is to follow new versions by itself; as before unless set, and only caches can} */
    @Value.Default
    public boolean autoRotation() {
        return false;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.CHANGE_KEY;
    }

    @Override
    public Map<String, Object> toMap() {
        return ChangeKeyForm.write(this);
    }

    @Value.Check
    void check() {
        RequestChecks.change(this);
    }

    /** Builds {@link ChangeKey}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableChangeKey.Builder {
        Builder() {}

        /**
         * Builds the request.
         *
         * @throws InvalidInputException when a required member is missing or a member is not legal
         */
        @Override
        public ChangeKey build() {
            return Checks.complete("ChangeKey", super::build);
        }
    }
}
