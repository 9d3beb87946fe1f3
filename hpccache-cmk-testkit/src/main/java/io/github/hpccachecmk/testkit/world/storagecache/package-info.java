/** For maintainers: Microsoft.StorageCache, caches and Managed Lustre file systems. */
@NullMarked
package io.github.hpccachecmk.testkit.world.storagecache;

import org.jspecify.annotations.NullMarked;
