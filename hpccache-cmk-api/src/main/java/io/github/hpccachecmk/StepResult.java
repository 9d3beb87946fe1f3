package io.github.hpccachecmk;

import io.github.hpccachecmk.error.CmkError;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.report.Outcome;
import io.github.hpccachecmk.report.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
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
     * The portable form, for engines that store results: state, hint, time, error and outcome.
     *
     * @return an unmodifiable map of texts, numbers, truth values, lists and maps
     */
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("schema", 1);
        map.put("state", state.name());
        map.put("message", status.message());
        map.put("phase", status.phase().name());
        map.put("hint", hint.toMap());
        lookAgainAt.ifPresent(at -> map.put("lookAgainAt", at.toString()));
        outcome.ifPresent(value -> map.put("outcome", value.toMap()));
        error.ifPresent(value -> map.put("error", value.toMap()));
        return Map.copyOf(map);
    }
}
