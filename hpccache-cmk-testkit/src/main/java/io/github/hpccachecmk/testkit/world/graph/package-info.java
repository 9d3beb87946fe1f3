/** For maintainers: Azure Resource Graph, as far as the queries of this library go. */
@NullMarked
package io.github.hpccachecmk.testkit.world.graph;

import org.jspecify.annotations.NullMarked;
