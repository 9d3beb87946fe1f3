/** For everybody: ids, key URLs, identities, specifications and kinds of targets, all immutable. */
@NullMarked
package io.github.hpccachecmk.model;

import org.jspecify.annotations.NullMarked;
