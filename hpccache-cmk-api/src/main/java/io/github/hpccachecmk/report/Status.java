package io.github.hpccachecmk.report;

import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.implementation.ErrorForm;
import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.implementation.ValueStyle;
import io.github.hpccachecmk.model.ResourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** One step of progress: where the flow stands, what it waits for, and how much time is left to authorize. Immutable. */
@Value.Immutable
@ValueStyle
public abstract class Status {
    Status() {}

    /**
     * Starts a status; for this library's own use and for tests of code that receives progress.
     *
     * @return an empty builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The resource that the flow is about.
     *
     * @return its id
     */
    public abstract ResourceId subject();

    /**
     * Where the flow stands.
     *
     * @return the phase
     */
    public abstract Phase phase();

    /**
     * What has just happened or is going on, in plain words.
     *
     * @return one sentence
     */
    public abstract String message();

    /**
     * When this was so.
     *
     * @return the time
     */
    public abstract Instant at();

    /**
     * How long the flow has been under way in this process.
     *
     * @return never negative
     */
    public abstract Duration elapsed();

    /**
     * Until when the resource has to be authorized, where it waits for that.
     *
     * @return the resource's own time of creation plus its kind's limit
     */
    public abstract Optional<Instant> deadline();

    /**
     * What the flow waits for.
     *
     * @return empty when it does not wait
     */
    public abstract Optional<Awaited> awaited();

    /**
     * The last failure, overcome or not.
     *
     * @return empty when none came up
     */
    public abstract Optional<CmkError> lastError();

    /**
     * What stands in the way while the phase is {@link Phase#ACTION_NEEDED}.
     *
     * @return the blocking findings
     */
    public abstract List<Finding> blockers();

    /**
     * Events that came with this step, for example a deadline that comes near.
     *
     * @return the events, in order
     */
    public abstract List<FlowEvent> events();

    /**
     * How much of the time to authorize is left.
     *
     * @return negative when it has passed; empty where there is no deadline
     */
    public final Optional<Duration> remaining() {
        return deadline().map(end -> Duration.between(at(), end));
    }

    /**
     * The portable form, for engines that store progress.
     *
     * @return an unmodifiable map of texts, numbers, lists and maps
     */
    public final Map<String, Object> toMap() {
        return FormWriter.withSchema()
                .text("subject", subject())
                .plain("phase", phase().name())
                .plain("message", message())
                .text("at", at())
                .text("elapsed", elapsed())
                .textIfPresent("deadline", deadline())
                .formIfPresent("awaited", awaited(), Awaited::toMap)
                .formIfPresent("lastError", lastError(), ErrorForm::write)
                .forms("blockers", blockers(), Finding::toMap)
                .names("events", events())
                .done();
    }

    /**
     * Reads the portable form.
     *
     * @param map what {@link #toMap()} gave
     * @return an equal status
     * @throws io.github.hpccachecmk.error.InvalidInputException for another schema, and for a member that is missing, malformed
     *     or unknown
     */
    public static Status fromMap(Map<String, ?> map) {
        var in = FormReader.withSchema("status", map);
        var status = builder()
                .subject(ResourceId.parse(in.text("subject")))
                .phase(in.constant("phase", Phase.class))
                .message(in.text("message"))
                .at(in.instant("at"))
                .elapsed(in.duration("elapsed"))
                .deadline(in.optionalInstant("deadline"))
                .awaited(in.optionalForm("awaited", Awaited::fromMap))
                .lastError(in.optionalForm("lastError", ErrorForm::read))
                .blockers(in.forms("blockers", Finding::fromMap))
                .events(in.constants("events", FlowEvent.class))
                .build();
        in.end();
        return status;
    }

    /** One line for a log or a terminal. */
    @Override
    public final String toString() {
        var line = new StringBuilder()
                .append(at())
                .append(" +")
                .append(clock(elapsed()))
                .append(' ')
                .append(phase())
                .append(": ")
                .append(message());
        remaining()
                .ifPresent(left -> line.append(" [")
                        .append(left.isNegative() ? "authorization overdue by " : "time left to authorize ")
                        .append(clock(left.abs()))
                        .append(']'));
        events().forEach(event -> line.append(" !").append(event));
        return line.toString();
    }

    private static String clock(Duration duration) {
        return "%02d:%02d:%02d".formatted(duration.toHours(), duration.toMinutesPart(), duration.toSecondsPart());
    }

    /** Collects the members of a {@link Status}; not thread-safe. A setter that is given null throws a {@link NullPointerException} with the name of its member. */
    public static final class Builder extends ImmutableStatus.Builder {
        Builder() {}
    }
}
