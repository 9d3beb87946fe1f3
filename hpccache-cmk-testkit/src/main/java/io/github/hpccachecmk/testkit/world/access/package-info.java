/** For maintainers: role assignments, permissions, locks and managed identities. */
@NullMarked
package io.github.hpccachecmk.testkit.world.access;

import org.jspecify.annotations.NullMarked;
