/** Drives flows through their passes: pacing, threads, listeners, cancel. The only package that knows of waiting. */
@NullMarked
package io.github.hpccachecmk.core.run;

import org.jspecify.annotations.NullMarked;
