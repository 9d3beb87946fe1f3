/**
 * The nouns of the library, for everybody who names a resource, a key or an identity: ids that parse, normalise and refuse, and
 * the table of target kinds.
 */
@NullMarked
package io.github.hpccachecmk.model;

import org.jspecify.annotations.NullMarked;
