package io.github.hpccachecmk.report;

import io.github.hpccachecmk.error.ErrorCode;
import java.time.Instant;

/**
 * What a flow waits for. Immutable.
 *
 * @param what in plain words
 * @param since when this wait began, as far as known
 * @param until when the wait is given up
 * @param codeAfter the code that is reported then
 */
public record Awaited(String what, Instant since, Instant until, ErrorCode codeAfter) {}
