/** For maintainers: the kernel, one immutable state and every operation as a function of it. */
@NullMarked
package io.github.hpccachecmk.testkit.world;

import org.jspecify.annotations.NullMarked;
