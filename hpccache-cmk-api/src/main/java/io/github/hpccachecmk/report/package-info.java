/** What the library tells its user: findings, plans, progress and outcomes, as immutable values. */
@NullMarked
package io.github.hpccachecmk.report;

import org.jspecify.annotations.NullMarked;
