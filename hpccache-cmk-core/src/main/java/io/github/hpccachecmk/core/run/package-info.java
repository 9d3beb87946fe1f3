/** For maintainers: the driver that repeats passes, and their pacing. */
@NullMarked
package io.github.hpccachecmk.core.run;

import org.jspecify.annotations.NullMarked;
