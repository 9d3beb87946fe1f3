/** For maintainers: what a failed call or a failed resource means, and what to do about it, as one table each. */
@NullMarked
package io.github.hpccachecmk.core.failure;

import org.jspecify.annotations.NullMarked;
