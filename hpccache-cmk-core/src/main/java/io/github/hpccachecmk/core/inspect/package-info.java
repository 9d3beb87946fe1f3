/** Looks at one existing resource and tells what is wrong with it, what mends it and what comes next: observe, judge, report. */
@NullMarked
package io.github.hpccachecmk.core.inspect;

import org.jspecify.annotations.NullMarked;
