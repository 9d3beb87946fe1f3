package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.failure.Diagnosis;
import io.github.hpccachecmk.report.WriteKind;
import java.time.Instant;

/**
 * A write that did not succeed, until one does.
 *
 * @param write the kind of write
 * @param diagnosis why it did not
 * @param count how often in a row; a throttled try does not count
 * @param since when the row began
 * @param notBefore when the next try may be made
 */
public record Setback(WriteKind write, Diagnosis diagnosis, int count, Instant since, Instant notBefore) {}
