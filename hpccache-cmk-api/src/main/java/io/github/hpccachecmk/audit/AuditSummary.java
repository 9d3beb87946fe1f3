package io.github.hpccachecmk.audit;

import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.inspection.Problem;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/** What an audit comes to as a whole: counts, what concerns no single resource, and what could not be seen. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class AuditSummary {
    AuditSummary() {}

    /**
     * Starts a summary; for this library's own audits and for tests of code that receives them.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return where it looked} */
    public abstract AuditScope scope();

    /** {@return when it began, by the client's clock} */
    public abstract Instant startedAt();

    /** {@return when it ended, by the client's clock} */
    public abstract Instant endedAt();

    /** {@return how many caches and file systems it found} */
    public abstract int resources();

    /** {@return how many of them are under a customer-managed key} */
    public abstract int encrypted();

    /** {@return how many of them wait for access to their key, so that a deadline runs} */
    public abstract int waiting();

    /** {@return how many were read again because what the inventory has of them looked like trouble} */
    public abstract int readAgain();

    /** {@return how many findings of each rule are problems, the rules in alphabetical order} */
    public abstract Map<String, Integer> problemsByRule();

    /** {@return how many problems there are of each severity, those of {@link #elsewhere} too} */
    public abstract Map<Severity, Integer> problemsBySeverity();

    /** {@return how many findings of resources are unknown} */
    public abstract int unknowns();

    /** {@return what concerns no single resource: orphaned grants, limits that are near} */
    public abstract List<Problem> elsewhere();

    /** {@return what the audit could not see at all, and why} */
    public abstract List<Finding> gaps();

    /**
     * What it comes to.
     *
     * @return {@link AuditVerdict#PROBLEMS} before {@link AuditVerdict#INCOMPLETE} before {@link AuditVerdict#WARNINGS}
     */
    public final AuditVerdict verdict() {
        if (problemsBySeverity().getOrDefault(Severity.BLOCKING, 0) > 0) {
            return AuditVerdict.PROBLEMS;
        }
        if (!gaps().isEmpty() || unknowns() > 0) {
            return AuditVerdict.INCOMPLETE;
        }
        return problemsBySeverity().isEmpty() ? AuditVerdict.SOUND : AuditVerdict.WARNINGS;
    }

    /** {@return the portable form for output; nothing reads it back but the requests in it} */
    public final Map<String, Object> toMap() {
        var severities = new FormWriter();
        problemsBySeverity().forEach((severity, count) -> severities.plain(severity.name(), count));
        return new FormWriter()
                .text("scope", scope())
                .text("startedAt", startedAt())
                .text("endedAt", endedAt())
                .plain("verdict", verdict().name())
                .plain("exitCode", verdict().exitCode())
                .plain("resources", resources())
                .plain("encrypted", encrypted())
                .plain("waiting", waiting())
                .plain("readAgain", readAgain())
                .plain("problemsByRule", problemsByRule())
                .plain("problemsBySeverity", severities.done())
                .plain("unknowns", unknowns())
                .forms("elsewhere", elsewhere(), Problem::toMap)
                .forms("gaps", gaps(), Finding::toMap)
                .done();
    }

    /** Collects the members of an {@link AuditSummary}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableAuditSummary.Builder {
        Builder() {}
    }
}
