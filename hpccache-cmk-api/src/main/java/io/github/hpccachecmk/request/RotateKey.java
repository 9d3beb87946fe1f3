package io.github.hpccachecmk.request;

import io.github.hpccachecmk.error.InvalidInputException;
import io.github.hpccachecmk.implementation.Checks;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TargetId;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Has an existing cache or file system be on a newer version of its key than the one named.
 *
 * <p>Required: {@code target}, {@code vault}, {@code newerThan}. It is a level, not an event: where the vault has a newer version already,
 * whoever made it, that one is taken, and a resource that is on a newer version is left as it is; so sending the request again makes no
 * second version. A version that the flow makes is made by Key Vault's own rotation and gets a tag that names this rotation. Where the
 * service follows new versions by itself, it is given two hours to take the new one; else, and after that, the resource is switched, and
 * automatic rotation is switched on again if it was on. The outcome tells from when on the old version may be disabled: 24 hours after the
 * newer one was first seen in use, as other services look for a new version only once a day. The old version is never disabled or deleted
 * by this request. A version is made at the vault itself, so the vault has to be open to where the client runs. Bad or missing members are
 * refused by the builder with an {@link InvalidInputException}. Immutable; makes no call.
 */
@Value.Immutable
@ValueStyle
public abstract non-sealed class RotateKey implements EncryptionRequest {
    RotateKey() {}

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

    /** {@return the version to leave, for example the one in use} */
    public abstract KeyUrl newerThan();

    /** {@return the key without a version: which one is taken shows later} */
    @Override
    public final KeyUrl key() {
        return newerThan().withoutVersion();
    }

    @Override
    public RequestKind kind() {
        return RequestKind.ROTATE_KEY;
    }

    @Override
    public Map<String, Object> toMap() {
        return RotateKeyForm.write(this);
    }

    @Value.Check
    void check() {
        RequestChecks.rotate(this);
    }

    /** Builds {@link RotateKey}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableRotateKey.Builder {
        Builder() {}

        /**
         * Builds the request.
         *
         * @throws InvalidInputException when a required member is missing or a member is not legal
         */
        @Override
        public RotateKey build() {
            return Checks.complete("RotateKey", super::build);
        }
    }
}
