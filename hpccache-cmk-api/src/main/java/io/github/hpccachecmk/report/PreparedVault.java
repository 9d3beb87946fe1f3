package io.github.hpccachecmk.report;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A vault and a key that caches and file systems can be encrypted with, as the last reads showed them. Immutable. */
@Value.Immutable
@ValueStyle
public abstract non-sealed class PreparedVault implements Outcome {
    static final String KIND = "preparedVault";

    PreparedVault() {}

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

    /** {@return the newest version of the key, as a create asks for it} */
    public abstract KeyUrl key();

    /** {@return how access is given} */
    public abstract AccessModel accessModel();

    /** {@return when the key version expires; never when empty} */
    public abstract Optional<Instant> keyExpires();

    /** {@return the service's own time of the answer that showed all this} */
    public abstract Instant observedAt();

    /** {@return the kinds of write sent by this process's part of the flow, in order; empty when everything was there} */
    public abstract List<WriteKind> writes();

    @Override
    public final Map<String, Object> toMap() {
        return FormWriter.withSchema()
                .plain("outcome", KIND)
                .text("vault", vault())
                .text("key", key())
                .text("accessModel", accessModel().name())
                .textIfPresent("keyExpires", keyExpires())
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
    public static PreparedVault fromMap(Map<String, ?> map) {
        var in = FormReader.withKind("outcome", KIND, map);
        var prepared = builder()
                .vault(VaultId.parse(in.text("vault")))
                .key(KeyUrl.parse(in.text("key")))
                .accessModel(in.constant("accessModel", AccessModel.class))
                .keyExpires(in.optionalInstant("keyExpires"))
                .observedAt(in.instant("observedAt"))
                .writes(in.constants("writes", WriteKind.class))
                .build();
        in.end();
        return prepared;
    }

    /** Collects the members of a {@link PreparedVault}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutablePreparedVault.Builder {
        Builder() {}
    }
}
