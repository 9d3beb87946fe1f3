/** Looks at all caches and file systems of a scope: observe by inventory and few reads, judge as an inspection does, report row by row. */
@NullMarked
package io.github.hpccachecmk.core.audit;

import org.jspecify.annotations.NullMarked;
