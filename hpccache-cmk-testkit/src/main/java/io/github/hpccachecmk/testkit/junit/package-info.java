/** For authors of tests who use JUnit: a world of its own for each test, handed over as parameters. */
@NullMarked
package io.github.hpccachecmk.testkit.junit;

import org.jspecify.annotations.NullMarked;
