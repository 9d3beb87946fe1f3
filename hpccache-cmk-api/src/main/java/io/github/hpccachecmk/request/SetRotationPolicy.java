package io.github.hpccachecmk.request;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.KeyRotation;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.RotationPolicy;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Has a key's own rotation policy be as asked for: reads it, compares, and sets it where it differs. Notifications of the policy stay as
 * they are.
 *
 * <p>Required: {@code vault}, {@code keyName}. The policy is read and written at the vault itself, so the vault has to be open to where the
 * client runs. No version is made or changed; the policy holds for versions to come. Bad or missing members are refused by the builder with
 * an {@link InvalidInputException}. Immutable; makes no call.
 */
@Value.Immutable
@ValueStyle
public abstract non-sealed class SetRotationPolicy implements KeyRequest<RotationPolicy> {
    SetRotationPolicy() {}

    /**
     * Begins a new request with nothing but the defaults set.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public abstract VaultId vault();

    @Override
    public abstract String keyName();

    /** {@return when new versions are made; never by themselves unless set} */
    public abstract Optional<KeyRotation> rotation();

    @Override
    public RequestKind kind() {
        return RequestKind.SET_ROTATION_POLICY;
    }

    @Override
    public Map<String, Object> toMap() {
        return SetRotationPolicyForm.write(this);
    }

    @Value.Check
    void check() {
        RequestChecks.key(this);
    }

    /** Builds {@link SetRotationPolicy}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableSetRotationPolicy.Builder {
        Builder() {}

        /**
         * Builds the request.
         *
         * @throws InvalidInputException when a required member is missing or a member is not legal
         */
        @Override
        public SetRotationPolicy build() {
            return Checks.complete("SetRotationPolicy", super::build);
        }
    }
}
