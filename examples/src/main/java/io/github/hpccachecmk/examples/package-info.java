/** For readers: programs that show the library at work. */
@NullMarked
package io.github.hpccachecmk.examples;

import org.jspecify.annotations.NullMarked;
