/** For authors of tests: every call that was made and what became different, for asking and for printing. */
@NullMarked
package io.github.hpccachecmk.testkit.journal;

import org.jspecify.annotations.NullMarked;
