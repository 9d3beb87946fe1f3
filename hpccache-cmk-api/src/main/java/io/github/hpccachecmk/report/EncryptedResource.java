package io.github.hpccachecmk.report;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.HealthState;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.model.VaultId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A cache or file system that works under its customer-managed key, as the last read showed it: provisioning succeeded,
 * health good, and the key read back. Immutable.
 */
@Value.Immutable
@ValueStyle
public abstract non-sealed class EncryptedResource implements Outcome {
    static final String KIND = "encryptedResource";

    EncryptedResource() {}

    /**
     * Starts an outcome; for this library's own flow and for tests of code that receives outcomes.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Which resource.
     *
     * @return its id
     */
    public abstract TargetId target();

    /**
     * The key that the resource reports, with the version in use.
     *
     * @return the key read back
     */
    public abstract KeyUrl key();

    /**
     * The vault that holds the key.
     *
     * @return its id
     */
    public abstract VaultId vault();

    /**
     * The principals that have access to the key for this resource.
     *
     * @return at least one
     */
    public abstract List<PrincipalId> principals();

    /**
     * Whether the resource follows new versions of the key by itself.
     *
     * @return the rotation flag as read back; false for kinds without one
     */
    public abstract boolean autoRotation();

    /** {@return the version that the resource has left, when the request was to leave one} */
    public abstract Optional<SupersededKey> superseded();

    /**
     * Provisioning state as read.
     *
     * @return the state
     */
    public abstract ProvisioningState provisioningState();

    /**
     * Health as read.
     *
     * @return the state
     */
    public abstract HealthState health();

    /**
     * When the resource was made, as far as the service tells.
     *
     * @return the time of creation
     */
    public abstract Optional<Instant> createdAt();

    /**
     * When all this was read.
     *
     * @return the service's own time of the answer
     */
    public abstract Instant observedAt();

    /**
     * The writes that this flow sent to get here, in order; empty when everything was as asked already.
     *
     * @return the kinds of write sent by this process's part of the flow
     */
    public abstract List<WriteKind> writes();

    /**
     * Whether the resource's kind is a cache or a file system.
     *
     * @return {@code target().kind()}
     */
    public final TargetKind kind() {
        return target().kind();
    }

    @Override
    public final Map<String, Object> toMap() {
        return FormWriter.withSchema()
                .plain("outcome", KIND)
                .text("target", target())
                .text("key", key())
                .text("vault", vault())
                .texts("principals", principals())
                .plain("autoRotation", autoRotation())
                .formIfPresent("superseded", superseded(), SupersededKey::write)
                .text("provisioningState", provisioningState())
                .text("health", health())
                .textIfPresent("createdAt", createdAt())
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
    public static EncryptedResource fromMap(Map<String, ?> map) {
        var in = FormReader.withKind("outcome", KIND, map);
        var resource = builder()
                .target(TargetId.parse(in.text("target")))
                .key(KeyUrl.parse(in.text("key")))
                .vault(VaultId.parse(in.text("vault")))
                .principals(in.texts("principals").stream().map(PrincipalId::of).toList())
                .autoRotation(in.flag("autoRotation"))
                .superseded(in.optionalForm("superseded").map(SupersededKey::read))
                .provisioningState(ProvisioningState.of(in.text("provisioningState")))
                .health(HealthState.of(in.text("health")))
                .createdAt(in.optionalInstant("createdAt"))
                .observedAt(in.instant("observedAt"))
                .writes(in.constants("writes", WriteKind.class))
                .build();
        in.end();
        return resource;
    }

    /** Collects the members of an {@link EncryptedResource}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableEncryptedResource.Builder {
        Builder() {}
    }
}
