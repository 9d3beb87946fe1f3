/**
 * What the core needs of the world, for whoever binds it to one: the Azure binding and the testkit. Every port method
 * blocks and is exactly one remote call; fallbacks, paging and retries are decisions of the core.
 */
@NullMarked
package io.github.hpccachecmk.core.port;

import org.jspecify.annotations.NullMarked;
