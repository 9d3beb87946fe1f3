package io.github.hpccachecmk.audit;

import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.inspection.Inspection;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.report.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One row of an audit: a cache or file system as it was seen, and how fresh that is. Immutable.
 *
 * @param inspection what is wrong with it; what is as it should be is left out, since it would be most of an audit
 * @param location its region, as the service spells it; empty when not told
 * @param source how it was seen
 */
public record AuditedResource(Inspection inspection, Optional<String> location, Source source) {
    /** How a resource was seen. New constants may appear. */
    public enum Source {
        /** As Azure Resource Graph has it, which lags behind by a time that it does not tell. */
        INVENTORY,
        /** By a read of the resource itself, since what Resource Graph has of it looked like trouble. */
        READ
    }

    /** {@return which resource} */
    public TargetId target() {
        return inspection.target();
    }

    /**
     * How old the row is, at least: what comes from the inventory was already some time old when it was seen.
     *
     * @param now the time to compare with
     * @return the time since the answer, not negative
     */
    public Duration age(Instant now) {
        var age = Duration.between(inspection.observedAt(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /** {@return the whole minutes that are left to give a waiting cache access, zero when they are over; empty when it does not wait} */
    public Optional<Long> minutesLeft() {
        return inspection
                .deadline()
                .map(deadline -> Math.max(
                        0, Duration.between(inspection.observedAt(), deadline).toMinutes()));
    }

    /** {@return the portable form for output: the inspection's members and what the audit adds; nothing reads it back but the requests in it} */
    public Map<String, Object> toMap() {
        var form = new FormWriter();
        inspection.toMap().forEach(form::plain);
        return form.textIfPresent("location", location)
                .plain("source", source.name())
                .plainIfPresent("minutesLeft", minutesLeft())
                .plain("control", target().kind().complianceControl())
                .plainIfPresent("isCompliant", isCompliant())
                .done();
    }

    /** {@return the severity of its worst problem; empty when nothing is wrong as far as could be seen} */
    public Optional<Severity> worst() {
        return inspection.problems().stream()
                .map(problem -> problem.finding().severity())
                .min(Severity::compareTo);
    }

    /**
     * {@return whether it is under a customer-managed key, which is what its kind's
     * {@link io.github.hpccachecmk.model.TargetKind#complianceControl control} asks for; empty when that cannot be read}
     */
    public Optional<Boolean> isCompliant() {
        return switch (inspection.encryption()) {
            case CUSTOMER_MANAGED -> Optional.of(true);
            case PLATFORM_MANAGED -> Optional.of(false);
            case UNREADABLE -> Optional.empty();
        };
    }
}
