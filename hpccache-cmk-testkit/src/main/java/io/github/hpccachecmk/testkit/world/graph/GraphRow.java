package io.github.hpccachecmk.testkit.world.graph;

import io.github.hpccachecmk.testkit.world.Doc;
import java.util.function.Supplier;

/**
 * A row before its document is made: most rows of a large world are on another page.
 *
 * @param id orders the rows
 * @param scope where the caller needs the right
 * @param right to read what the row is of
 * @param document makes it
 */
record GraphRow(String id, String scope, String right, Supplier<Doc> document) {}
