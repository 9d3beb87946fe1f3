/** What {@code audit} looks at and tells of many caches and file systems: for those who answer for a whole estate. */
@NullMarked
package io.github.hpccachecmk.audit;

import org.jspecify.annotations.NullMarked;
