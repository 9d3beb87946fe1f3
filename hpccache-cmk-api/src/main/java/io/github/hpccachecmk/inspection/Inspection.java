package io.github.hpccachecmk.inspection;

import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.HealthState;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One existing cache or file system, its key, vault and access, at one moment; with all that is wrong, the remedy for each, and what is
 * expected to happen next. An empty member could not be read or does not apply: {@link #unknowns} says which. Immutable.
 */
@Value.Immutable
@ValueStyle
public abstract class Inspection {
    Inspection() {}

    /**
     * Starts an inspection; for this library's own queries and for tests of code that receives inspections.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return which resource} */
    public abstract TargetId target();

    /** {@return the service's own time of the answer that showed the resource} */
    public abstract Instant observedAt();

    /** {@return by whose key it is encrypted} */
    public abstract Encryption encryption();

    /** {@return the provisioning state} */
    public abstract Optional<ProvisioningState> provisioningState();

    /** {@return the health} */
    public abstract Optional<HealthState> health();

    /** {@return what the service says of the health, conditions last; written by the service: encode it for where it goes} */
    public abstract List<String> healthTexts();

    /** {@return the key version in use, as the resource reports it} */
    public abstract Optional<KeyUrl> key();

    /** {@return the vault, as the resource reports it} */
    public abstract Optional<VaultId> vault();

    /** {@return the newest version of the key} */
    public abstract Optional<KeyUrl> newestKey();

    /** {@return whether the version in use is enabled} */
    public abstract Optional<Boolean> keyEnabled();

    /** {@return when the version in use expires; empty also when it never does} */
    public abstract Optional<Instant> keyExpires();

    /** {@return the access of each identity of the resource} */
    public abstract List<IdentityAccess> access();

    /** {@return whether the service follows new versions by itself; empty for kinds that cannot} */
    public abstract Optional<Boolean> autoRotation();

    /** {@return by when access has to be given to a cache that waits for it} */
    public abstract Optional<Instant> deadline();

    /** {@return what is expected to happen next, in words that say what is only inferred} */
    public abstract String outlook();

    /** {@return all that is wrong, most severe first} */
    public abstract List<Problem> problems();

    /** {@return what could not be found out, and why} */
    public abstract List<Finding> unknowns();

    /** {@return what was looked at and is as it should be} */
    public abstract List<Finding> passed();

    /**
     * How long the version in use is still valid.
     *
     * @return the whole days from the observation to the expiry, negative when it has expired; empty when no expiry is known
     */
    public final Optional<Long> daysToExpiry() {
        return keyExpires()
                .map(expires -> Duration.between(observedAt(), expires).toDays());
    }

    /** {@return whether nothing is wrong, as far as could be seen} */
    public final boolean isSound() {
        return problems().isEmpty();
    }

    /** {@return the portable form for output; nothing reads it back but the requests in it} */
    public final Map<String, Object> toMap() {
        return new FormWriter()
                .text("target", target())
                .text("observedAt", observedAt())
                .plain("encryption", encryption().name())
                .textIfPresent("provisioningState", provisioningState())
                .textIfPresent("health", health())
                .texts("healthTexts", healthTexts())
                .textIfPresent("key", key())
                .textIfPresent("vault", vault())
                .textIfPresent("newestKey", newestKey())
                .plainIfPresent("keyEnabled", keyEnabled())
                .textIfPresent("keyExpires", keyExpires())
                .plainIfPresent("daysToExpiry", daysToExpiry())
                .forms("access", access(), IdentityAccess::toMap)
                .plainIfPresent("autoRotation", autoRotation())
                .textIfPresent("deadline", deadline())
                .plain("outlook", outlook())
                .forms("problems", problems(), Problem::toMap)
                .forms("unknowns", unknowns(), Finding::toMap)
                .forms("passed", passed(), Finding::toMap)
                .done();
    }

    /** Collects the members of an {@link Inspection}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableInspection.Builder {
        Builder() {}
    }
}
