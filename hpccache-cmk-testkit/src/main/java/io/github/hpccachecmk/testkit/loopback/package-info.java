/** For clients of any language: the same world behind a port of this machine. Needs the JDK's own HTTP server only. */
@NullMarked
package io.github.hpccachecmk.testkit.loopback;

import org.jspecify.annotations.NullMarked;
