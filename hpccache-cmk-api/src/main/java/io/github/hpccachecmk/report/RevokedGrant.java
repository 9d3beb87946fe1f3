package io.github.hpccachecmk.report;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.model.VaultId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** Nothing is left of the access that this library gave to a principal, as the last read showed it. Immutable. */
@Value.Immutable
@ValueStyle
public abstract non-sealed class RevokedGrant implements Outcome {
    static final String KIND = "revokedGrant";

    RevokedGrant() {}

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

    /** {@return the key, as an ARM id} */
    public abstract ResourceId key();

    /** {@return whose access was taken away} */
    public abstract PrincipalId principal();

    /** {@return what else gives the principal access, and was left since it is not provably this library's; in words, with its id} */
    public abstract List<String> left();

    /** {@return what could not be seen of those who use the key; in words} */
    public abstract String unseen();

    /** {@return the service's own time of the answer that showed all this} */
    public abstract Instant observedAt();

    /** {@return the kinds of write sent by this process's part of the flow, in order; empty when nothing was there any more} */
    public abstract List<WriteKind> writes();

    @Override
    public final Map<String, Object> toMap() {
        return FormWriter.withSchema()
                .plain("outcome", KIND)
                .text("vault", vault())
                .text("key", key())
                .text("principal", principal())
                .texts("left", left())
                .plain("unseen", unseen())
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
    public static RevokedGrant fromMap(Map<String, ?> map) {
        var in = FormReader.withKind("outcome", KIND, map);
        var read = builder()
                .vault(VaultId.parse(in.text("vault")))
                .key(ResourceId.parse(in.text("key")))
                .principal(PrincipalId.of(in.text("principal")))
                .left(in.texts("left"))
                .unseen(in.text("unseen"))
                .observedAt(in.instant("observedAt"))
                .writes(in.constants("writes", WriteKind.class))
                .build();
        in.end();
        return read;
    }

    /** Collects the members of a {@link RevokedGrant}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableRevokedGrant.Builder {
        Builder() {}
    }
}
