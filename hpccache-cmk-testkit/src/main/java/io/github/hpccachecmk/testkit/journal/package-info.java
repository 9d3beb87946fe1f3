/** For authors of tests: every call that was made, with counts per operation. */
@NullMarked
package io.github.hpccachecmk.testkit.journal;

import org.jspecify.annotations.NullMarked;
