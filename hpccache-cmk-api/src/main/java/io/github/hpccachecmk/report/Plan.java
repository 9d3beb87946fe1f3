package io.github.hpccachecmk.report;

import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.TargetId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.immutables.value.Value;

/**
 * What a request would do, found out by reads only: every rule's finding, most severe first, and the writes that would
 * follow, in order. Immutable.
 *
 * <p>Approved with {@link io.github.hpccachecmk.OperationOptions#approved}, it binds: a write that is not in it is not sent.
 */
@Value.Immutable
@ValueStyle
public abstract class Plan {
    Plan() {}

    /**
     * Starts a plan; for this library's own use and for tests of code that receives plans.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The resource that the request is about.
     *
     * @return its id
     */
    public abstract TargetId target();

    /**
     * What every rule found, most severe first.
     *
     * @return the findings
     */
    public abstract List<Finding> findings();

    /**
     * The writes that would follow, in order; those after a blocking finding too.
     *
     * @return the writes
     */
    public abstract List<PlannedWrite> writes();

    /**
     * How many remote calls a flow would make besides polling: the reads it needs before writing, the writes, and the
     * reads that prove them.
     *
     * @return the number of calls
     */
    public abstract int expectedCalls();

    /**
     * When the plan was made, by the service's own clock where an answer told it.
     *
     * @return the time
     */
    public abstract Instant madeAt();

    /**
     * Whether nothing would be written because of a finding.
     *
     * @return true when at least one finding blocks
     */
    @Value.Lazy
    public boolean isBlocked() {
        return findings().stream().anyMatch(Finding::isBlocking);
    }

    /**
     * The findings that block.
     *
     * @return the blocking ones, in order
     */
    public final List<Finding> blockers() {
        return findings().stream().filter(Finding::isBlocking).toList();
    }

    /**
     * Whether the plan holds a write that nobody can undo.
     *
     * @return true when there is one
     */
    public final boolean isIrreversible() {
        return writes().stream().anyMatch(write -> !write.isReversible());
    }

    /**
     * Whether a write is one of those planned: same kind, scope (without case) and authority.
     *
     * @param write the write that is about to be sent
     * @return true when the plan holds it
     */
    public final boolean holds(PlannedWrite write) {
        return writes().stream()
                .anyMatch(planned -> planned.kind() == write.kind()
                        && planned.scope().equalsIgnoreCase(write.scope())
                        && planned.authority().equals(write.authority()));
    }

    /**
     * A fingerprint of what the plan would do and of what it found; times are left out, so an unchanged world gives an
     * unchanged digest.
     *
     * @return SHA-256 in hexadecimal digits
     */
    @Value.Lazy
    public String digest() {
        var text = new StringBuilder(target().resourceId().canonical());
        writes().forEach(write -> text.append('\n').append(write));
        findings().forEach(finding -> text.append('\n').append(finding));
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Collects the members of a {@link Plan}; not thread-safe. */
    public static final class Builder extends ImmutablePlan.Builder {
        Builder() {}
    }
}
