package io.github.hpccachecmk.request;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.RecoveredKey;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Brings a key back from deleted state, with all its versions as they were; whatever was encrypted under it can use it again. A key that is
 * there is left alone.
 *
 * <p>Required: {@code vault}, {@code keyName}. The key is looked for and recovered at the vault itself, so the vault has to be open to where
 * the client runs. Nothing is ever purged. A key that was purged, or deleted in a vault without soft delete, is gone for good. Bad or missing
 * members are refused by the builder with an {@link InvalidInputException}. Immutable; makes no call.
 */
@Value.Immutable
@ValueStyle
public abstract non-sealed class RecoverKey implements KeyRequest<RecoveredKey> {
    RecoverKey() {}

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

    @Override
    public RequestKind kind() {
        return RequestKind.RECOVER_KEY;
    }

    @Override
    public Map<String, Object> toMap() {
        return RecoverKeyForm.write(this);
    }

    @Value.Check
    void check() {
        RequestChecks.key(this);
    }

    /** Builds {@link RecoverKey}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableRecoverKey.Builder {
        Builder() {}

        /**
         * Builds the request.
         *
         * @throws InvalidInputException when a required member is missing or a member is not legal
         */
        @Override
        public RecoverKey build() {
            return Checks.complete("RecoverKey", super::build);
        }
    }
}
