/** For maintainers: facts, the pure decision over them, and one pass of a flow. */
@NullMarked
package io.github.hpccachecmk.core.flow;

import org.jspecify.annotations.NullMarked;
