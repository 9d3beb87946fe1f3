/** For authors of tests: faults by operation, call or predicate, before or after the effect. */
@NullMarked
package io.github.hpccachecmk.testkit.fault;

import org.jspecify.annotations.NullMarked;
