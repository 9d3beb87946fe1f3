/** For everybody: plans, findings, statuses and audits, as values to print, compare and store. */
@NullMarked
package io.github.hpccachecmk.report;

import org.jspecify.annotations.NullMarked;
