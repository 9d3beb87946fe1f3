package io.github.hpccachecmk.report;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.KeyRotation;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A key's own rotation policy, as the last read showed it. Immutable. */
@Value.Immutable
@ValueStyle
public abstract non-sealed class RotationPolicy implements Outcome {
    static final String KIND = "rotationPolicy";

    RotationPolicy() {}

    /**
     * Starts an outcome; for this library's own flow and for tests of code that receives outcomes.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the vault} */
    public abstract VaultId vault();

    /** {@return the key, without a version: the policy is that of all} */
    public abstract KeyUrl key();

    /** {@return when new versions are made; never by themselves when empty} */
    public abstract Optional<KeyRotation> rotation();

    /** {@return the service's own time of the answer that showed all this} */
    public abstract Instant observedAt();

    /** {@return the kinds of write sent by this process's part of the flow, in order; empty when the policy was so already} */
    public abstract List<WriteKind> writes();

    @Override
    public final Map<String, Object> toMap() {
        return FormWriter.withSchema()
                .plain("outcome", KIND)
                .text("vault", vault())
                .text("key", key())
                .formIfPresent("rotation", rotation(), RotationPolicy::write)
                .text("observedAt", observedAt())
                .names("writes", writes())
                .done();
    }

    /**
     * Reads the portable form.
     *
     * @param map what {@link #toMap()} gave
     * @return an equal outcome
     * @throws io.github.hpccachecmk.error.InvalidInputException for another schema or kind of outcome, and for a member that is
     *     missing, malformed or unknown
     */
    public static RotationPolicy fromMap(Map<String, ?> map) {
        var in = FormReader.withKind("outcome", KIND, map);
        var policy = builder()
                .vault(VaultId.parse(in.text("vault")))
                .key(KeyUrl.parse(in.text("key")))
                .rotation(in.optionalForm("rotation").map(RotationPolicy::rotation))
                .observedAt(in.instant("observedAt"))
                .writes(in.constants("writes", WriteKind.class))
                .build();
        in.end();
        return policy;
    }

    private static Map<String, Object> write(KeyRotation rotation) {
        return new FormWriter()
                .text("rotateAfter", rotation.rotateAfter())
                .textIfPresent("expireAfter", rotation.expireAfter())
                .done();
    }

    private static KeyRotation rotation(FormReader in) {
        var rotation = new KeyRotation(in.period("rotateAfter"), in.optionalPeriod("expireAfter"));
        in.end();
        return rotation;
    }

    /** Collects the members of a {@link RotationPolicy}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableRotationPolicy.Builder {
        Builder() {}
    }
}
