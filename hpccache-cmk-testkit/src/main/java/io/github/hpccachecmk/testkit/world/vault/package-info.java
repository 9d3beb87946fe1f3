/** For maintainers: Key Vault, both planes. */
@NullMarked
package io.github.hpccachecmk.testkit.world.vault;

import org.jspecify.annotations.NullMarked;
