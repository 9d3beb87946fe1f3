package io.github.hpccachecmk.report;

import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.ResourceId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
    private static final String DIGEST_MEMBER = "digest";

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
    public abstract ResourceId subject();

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
     * Whether a write is one of those planned: same kind, scope (without case) and authority, and for a create the same
     * content, which {@link PlannedWrite#summary()} spells out.
     *
     * @param write the write that is about to be sent
     * @return true when the plan holds it
     */
    public final boolean holds(PlannedWrite write) {
        return writes().stream()
                .anyMatch(planned -> planned.kind() == write.kind()
                        && planned.scope().equalsIgnoreCase(write.scope())
                        && planned.authority().equals(write.authority())
                        && (write.kind() != WriteKind.CREATE_TARGET
                                || planned.summary().equals(write.summary())));
    }

    /**
     * What this plan has that an earlier one for the same resource has not, and the other way round.
     *
     * @param earlier the plan before
     * @return the difference
     */
    public final PlanDifference since(Plan earlier) {
        return PlanDifference.between(earlier, this);
    }

    /**
     * A fingerprint of what the plan would do and of what it found wrong; an unchanged world gives an unchanged digest.
     *
     * <p>It is the SHA-256 of the UTF-8 bytes of these fields in this order: {@code hpccache-cmk plan 1}; the subject's id in lower
     * case; the number of writes; of each write in order its kind, its scope in lower case, its authority, and {@code reversible}
     * or {@code irreversible}, and for {@link WriteKind#CREATE_TARGET} its summary, which spells the create's content out; the number of findings whose severity is not {@link Severity#OK}; of each of those in order its
     * rule, severity, subject and message. Each field is written as its number of bytes in decimal digits, a colon, and the field,
     * so that no text can pass for two. Times, the number of calls, findings that are as needed, remedies, links, and the words
     * that explain any other write are left out. This form is kept: a digest that was noted down stays comparable.
     *
     * @return 64 hexadecimal digits in lower case
     */
    @Value.Lazy
    public String digest() {
        return PlanDigest.of(this);
    }

    /**
     * The portable form: a plan approved today can bind a flow of tomorrow.
     *
     * @return an unmodifiable map of texts, numbers, lists and maps, {@link #digest()} among them
     */
    public final Map<String, Object> toMap() {
        return FormWriter.withSchema()
                .text("subject", subject())
                .forms("findings", findings(), Finding::toMap)
                .forms("writes", writes(), PlannedWrite::toMap)
                .plain("expectedCalls", expectedCalls())
                .text("madeAt", madeAt())
                .plain(DIGEST_MEMBER, digest())
                .done();
    }

    /**
     * Reads the portable form. The digest in it has to be that of the members, so that a plan changed by hand after its approval is
     * found out; it is no signature, and does not help against somebody who computes a new one.
     *
     * @param map what {@link #toMap()} gave
     * @return an equal plan
     * @throws io.github.hpccachecmk.error.InvalidInputException for another schema, for a member that is missing, malformed or
     *     unknown, and for a digest that is not that of the members
     */
    public static Plan fromMap(Map<String, ?> map) {
        var in = FormReader.withSchema("plan", map);
        var plan = builder()
                .subject(ResourceId.parse(in.text("subject")))
                .findings(in.forms("findings", Finding::fromMap))
                .writes(in.forms("writes", PlannedWrite::fromMap))
                .expectedCalls(in.wholeNumber("expectedCalls"))
                .madeAt(in.instant("madeAt"))
                .build();
        var digest = in.text(DIGEST_MEMBER);
        in.end();
        if (!digest.equals(plan.digest())) {
            throw in.refused(
                    DIGEST_MEMBER,
                    digest,
                    plan.digest() + ", which the other members have; make and approve a new plan");
        }
        return plan;
    }

    /** Collects the members of a {@link Plan}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutablePlan.Builder {
        Builder() {}
    }
}
