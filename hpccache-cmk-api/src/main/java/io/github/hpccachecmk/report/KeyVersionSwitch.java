package io.github.hpccachecmk.report;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** One version of a key switched on or off, as the last read showed it; and who was asked whether it is still used. Immutable. */
@Value.Immutable
@ValueStyle
public abstract non-sealed class KeyVersionSwitch implements Outcome {
    static final String KIND = "keyVersionSwitch";

    KeyVersionSwitch() {}

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

    /** {@return the key with the version} */
    public abstract KeyUrl version();

    /** {@return whether it is on} */
    public abstract boolean enabled();

    /** {@return the resources that were seen not to be on the version before it was switched off} */
    public abstract List<TargetId> checked();

    /** {@return what could not be seen, how to find other users of the version, and what undoes the switch} */
    public abstract String unseen();

    /** {@return the service's own time of the answer that showed all this} */
    public abstract Instant observedAt();

    /** {@return the kinds of write sent by this process's part of the flow, in order; empty when the version was so already} */
    public abstract List<WriteKind> writes();

    @Override
    public final Map<String, Object> toMap() {
        return FormWriter.withSchema()
                .plain("outcome", KIND)
                .text("vault", vault())
                .text("version", version())
                .plain("enabled", enabled())
                .texts("checked", checked())
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
    public static KeyVersionSwitch fromMap(Map<String, ?> map) {
        var in = FormReader.withKind("outcome", KIND, map);
        var read = builder()
                .vault(VaultId.parse(in.text("vault")))
                .version(KeyUrl.parse(in.text("version")))
                .enabled(in.flag("enabled"))
                .checked(in.texts("checked").stream().map(TargetId::parse).toList())
                .unseen(in.text("unseen"))
                .observedAt(in.instant("observedAt"))
                .writes(in.constants("writes", WriteKind.class))
                .build();
        in.end();
        return read;
    }

    /** Collects the members of a {@link KeyVersionSwitch}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableKeyVersionSwitch.Builder {
        Builder() {}
    }
}
