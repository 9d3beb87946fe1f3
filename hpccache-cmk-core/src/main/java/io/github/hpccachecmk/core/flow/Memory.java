package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.core.port.OperationUrl;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.report.FlowEvent;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.WriteKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * What a flow remembers beside facts: it saves time and calls, and a decision that relies on it is safe without it. Part
 * of it travels in a {@link Hint} to other processes. Immutable.
 */
@Value.Immutable
@Value.Style(visibility = Value.Style.ImplementationVisibility.PACKAGE, jdkOnly = true, jdk9Collections = true)
public abstract class Memory {
    Memory() {}

    /** Remembers nothing. */
    public static Memory none() {
        return ImmutableMemory.builder().build();
    }

    /** Starts a changed copy. */
    final ImmutableMemory.Builder with() {
        return ImmutableMemory.builder().from(this);
    }

    /** When this process began. */
    abstract Optional<Instant> startedAt();

    /** How far the service's clock is ahead of this process's. */
    @Value.Default
    Duration skew() {
        return Duration.ZERO;
    }

    /** When the resource was first seen. */
    abstract Optional<Instant> targetSeenAt();

    /** When a create was last sent, with whatever result. */
    abstract Optional<Instant> createSentAt();

    /** When a write that makes a version of a key was last sent, with whatever result: each time it is sent makes another. */
    abstract Optional<Instant> versionSentAt();

    /** Since when a resource that was seen before, or that was sent, is not found. */
    abstract Optional<Instant> absentSince();

    /** The system-assigned principal that the resource showed first. */
    abstract Optional<PrincipalId> systemPrincipal();

    /** When a grant was written, or how old it was when first seen. */
    abstract Map<GrantKey, Instant> grants();

    /**
     * A grant as it was made: one by access policy is worth nothing on a vault that has changed to roles.
     *
     * @param model how access was given
     * @param principal to whom
     */
    record GrantKey(AccessModel model, PrincipalId principal) {}

    /** Whether grants have to be listed before another is written. */
    @Value.Default
    boolean lookAtGrants() {
        return false;
    }

    /** Whether the target's fact is a write's answer, which proves nothing. */
    @Value.Default
    boolean answerOnly() {
        return false;
    }

    /** How often the rotation flag was written. */
    @Value.Default
    int rotationTries() {
        return 0;
    }

    /** Whether the rotation flag was seen on, at whatever look: a change of the key switches it off. */
    @Value.Default
    boolean rotationSeenOn() {
        return false;
    }

    /** How often the key was changed. */
    @Value.Default
    int keyChanges() {
        return 0;
    }

    /** When the key was last changed. */
    abstract Optional<Instant> keyChangedAt();

    /** The version that this flow made and has not tagged yet. */
    abstract Optional<String> madeVersion();

    /** When the resource was first seen on the newer version that was asked for. */
    abstract Optional<Instant> newerSeenAt();

    /** How often the identical create was sent to a failed resource. */
    @Value.Default
    int resends() {
        return 0;
    }

    /** The last write's failure. */
    abstract Optional<Setback> setback();

    /** Since when a read that is needed keeps failing. */
    abstract Optional<Instant> troubleSince();

    /** Where the create's operation can be read; signed, so it never travels in a hint. */
    abstract Optional<OperationUrl> operation();

    /** The last phase. */
    @Value.Default
    Phase phase() {
        return Phase.STARTING;
    }

    /** Since when the last phase goes on. */
    abstract Optional<Instant> phaseSince();

    /** Events that were told already. */
    abstract Set<FlowEvent> told();

    /** The writes that this process sent with success. */
    abstract List<WriteKind> writes();

    /** What else the user should know of this pass. */
    abstract Optional<String> remark();

    /** What other processes may be told. */
    Hint toHint() {
        return HintCodec.write(this);
    }

    /** What another process told. */
    static Memory fromHint(Hint hint) {
        return HintCodec.read(hint);
    }
}
