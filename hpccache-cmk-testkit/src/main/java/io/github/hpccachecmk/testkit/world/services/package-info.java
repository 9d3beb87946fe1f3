/** For maintainers: all services put together to one kernel. */
@NullMarked
package io.github.hpccachecmk.testkit.world.services;

import org.jspecify.annotations.NullMarked;
