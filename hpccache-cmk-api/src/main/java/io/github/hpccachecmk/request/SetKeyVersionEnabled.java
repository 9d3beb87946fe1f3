package io.github.hpccachecmk.request;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.KeyVersionSwitch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Switches one version of a key on or off. Switching off takes a consent that names the version: whatever is still encrypted under it stops
 * working about an hour later, as far as is known from disk encryption sets, and only switching it on again helps.
 *
 * <p>Required: {@code vault}, {@code version}, {@code enabled}; to switch off, {@code consent}. The resources named in {@code checked} are
 * looked at first: one that is still on the version blocks. Nobody can list all users of a key: what was checked, what could not be seen,
 * and a query of the vault's own audit log that finds the others are in the plan and in the outcome. Wait until the outcome's
 * {@code superseded().safeToDisableAfter()} of a {@link RotateKey} before an old version is switched off. The switch is made at the vault
 * itself, so the vault has to be open to where the client runs. Bad or missing members are refused by the builder with an
 * {@link InvalidInputException}. Immutable; makes no call.
 */
@Value.Immutable
@ValueStyle
public abstract non-sealed class SetKeyVersionEnabled implements KeyRequest<KeyVersionSwitch> {
    SetKeyVersionEnabled() {}

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

    /** {@return the version, as the key's URL with it} */
    public abstract KeyUrl version();

    /** {@return whether it is to be on} */
    public abstract boolean enabled();

    /** {@return the version that may be switched off; has to be the same as {@code version}} */
    public abstract Optional<KeyUrl> consent();

    /** {@return caches and file systems that must not be on the version any more when it is switched off; none unless set} */
    public abstract List<TargetId> checked();

    @Override
    public final String keyName() {
        return version().keyName();
    }

    @Override
    public RequestKind kind() {
        return RequestKind.SET_KEY_VERSION_ENABLED;
    }

    @Override
    public Map<String, Object> toMap() {
        return SetKeyVersionEnabledForm.write(this);
    }

    @Value.Check
    void check() {
        RequestChecks.version(this);
    }

    /** Builds {@link SetKeyVersionEnabled}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableSetKeyVersionEnabled.Builder {
        Builder() {}

        /**
         * Builds the request.
         *
         * @throws InvalidInputException when a required member is missing or a member is not legal
         */
        @Override
        public SetKeyVersionEnabled build() {
            return Checks.complete("SetKeyVersionEnabled", super::build);
        }
    }
}
