/** For maintainers: subscriptions, resource groups, providers and subnets. */
@NullMarked
package io.github.hpccachecmk.testkit.world.platform;

import org.jspecify.annotations.NullMarked;
