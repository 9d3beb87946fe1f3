/** For maintainers: exhaustive searches and simulations of the flow over forked worlds. */
@NullMarked
package io.github.hpccachecmk.testkit.search;

import org.jspecify.annotations.NullMarked;
