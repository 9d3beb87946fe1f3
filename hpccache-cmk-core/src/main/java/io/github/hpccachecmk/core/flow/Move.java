package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.report.Phase;

/**
 * A decision with the words for it.
 *
 * @param row the id of the table's row that gave it
 * @param phase where the flow stands
 * @param message what goes on, in one sentence
 * @param decision what to do next
 */
record Move(String row, Phase phase, String message, Decision decision) {}
