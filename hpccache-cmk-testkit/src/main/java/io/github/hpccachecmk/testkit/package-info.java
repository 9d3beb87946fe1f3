/** For authors of tests: an Azure in memory, with its script and its own time. */
@NullMarked
package io.github.hpccachecmk.testkit;

import org.jspecify.annotations.NullMarked;
