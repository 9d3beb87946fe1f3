/** What the core knows of the world, with the age of each piece; for rules and the flow, which only read it. */
@NullMarked
package io.github.hpccachecmk.core.fact;

import org.jspecify.annotations.NullMarked;
