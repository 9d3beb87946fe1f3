package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.StepResult;
import io.github.hpccachecmk.report.Outcome;
import java.time.Duration;
import java.util.Optional;

/**
 * What one pass came to.
 *
 * @param state what the next pass of this process starts from
 * @param result what the user is told
 * @param slowDown how long everything that shares the service's budget should wait, when the service asked for it
 * @param <R> what the request leaves behind
 */
public record PassOutcome<R extends Outcome>(FlowState state, StepResult<R> result, Optional<Duration> slowDown) {}
