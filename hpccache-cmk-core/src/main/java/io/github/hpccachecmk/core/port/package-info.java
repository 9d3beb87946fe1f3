/** For authors of bindings: what the world must offer; each method is exactly one remote call. */
@NullMarked
package io.github.hpccachecmk.core.port;

import org.jspecify.annotations.NullMarked;
