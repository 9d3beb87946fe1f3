/**
 * The one place that knows how Microsoft.StorageCache spells a resource as JSON; for the Azure binding and the testkit.
 */
@NullMarked
package io.github.hpccachecmk.core.wire;

import org.jspecify.annotations.NullMarked;
