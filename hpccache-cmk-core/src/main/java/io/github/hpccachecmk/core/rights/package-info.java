/** For administrators' tools: the rights that requests need, the roles that hold them, and whether a caller is known to lack any. */
@NullMarked
package io.github.hpccachecmk.core.rights;

import org.jspecify.annotations.NullMarked;
