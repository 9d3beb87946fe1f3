/** For authors of bindings: abstract suites that every implementation of the ports passes. Needs JUnit. */
@NullMarked
package io.github.hpccachecmk.testkit.contract;

import org.jspecify.annotations.NullMarked;
