package io.github.hpccachecmk;

import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.implementation.ErrorForm;
import io.github.hpccachecmk.implementation.FormReader;
import io.github.hpccachecmk.implementation.FormWriter;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.report.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one pass came to. Immutable.
 *
 * @param state whether and how to go on
 * @param status where the flow stands, for people
 * @param hint to be given to the next pass
 * @param lookAgainAt when to make the next pass; empty when there is none
 * @param outcome what the request left behind; present exactly when {@code state} is {@link State#DONE}
 * @param error why it failed, or what blocks in one sentence
 * @param blockers the findings that block; not empty exactly when {@code state} is {@link State#BLOCKED}
 * @param <R> what the request leaves behind
 */
public record StepResult<R extends Outcome>(
        State state,
        Status status,
        Hint hint,
        Optional<Instant> lookAgainAt,
        Optional<R> outcome,
        Optional<CmkError> error,
        List<Finding> blockers) {

    /** Whether and how to go on. */
    public enum State {
        /** Call again at {@link StepResult#lookAgainAt()}. */
        IN_PROGRESS,
        /** Somebody has to act; with a time in {@link StepResult#lookAgainAt()} the flow keeps looking by itself. */
        BLOCKED,
        /** The request has succeeded. */
        DONE,
        /** The same request cannot succeed any more. */
        FAILED
    }

    /**
     * Copies the list.
     *
     * @param state whether and how to go on
     * @param status where the flow stands
     * @param hint for the next pass
     * @param lookAgainAt when to make the next pass
     * @param outcome what the request left behind
     * @param error why it failed or what blocks
     * @param blockers the findings that block
     */
    public StepResult {
        blockers = List.copyOf(blockers);
    }

    /**
     * The portable form, for engines that store results; nothing of the result is left out.
     *
     * @return an unmodifiable map of texts, numbers, truth values, lists and maps
     */
    public Map<String, Object> toMap() {
        return FormWriter.withSchema()
                .plain("state", state.name())
                .plain("status", status.toMap())
                .plain("hint", hint.toMap())
                .textIfPresent("lookAgainAt", lookAgainAt)
                .formIfPresent("outcome", outcome, Outcome::toMap)
                .formIfPresent("error", error, ErrorForm::write)
                .forms("blockers", blockers, Finding::toMap)
                .done();
    }

    /**
     * Reads the portable form. The kind of outcome is the stored one's; nothing tells which request it came from. A hint of
     * another schema is read as {@link Hint#none()}, everything else strictly.
     *
     * @param map what {@link #toMap()} gave
     * @return an equal result
     * @throws io.github.hpccachecmk.error.InvalidInputException for another schema, for a member that is missing, malformed or
     *     unknown, and for an outcome without the state {@code DONE} or that state without an outcome
     */
    public static StepResult<Outcome> fromMap(Map<String, ?> map) {
        var in = FormReader.withSchema("result", map);
        var result = new StepResult<Outcome>(
                in.constant("state", State.class),
                in.form("status", Status::fromMap),
                in.form("hint", Hint::fromMap),
                in.optionalInstant("lookAgainAt"),
                in.optionalForm("outcome", Outcome::fromMap),
                in.optionalForm("error", ErrorForm::read),
                in.forms("blockers", Finding::fromMap));
        in.end();
        if (result.outcome.isPresent() != (result.state == State.DONE)) {
            throw in.refused("state", result.state, "DONE with an outcome, or another state without one");
        }
        return result;
    }
}
