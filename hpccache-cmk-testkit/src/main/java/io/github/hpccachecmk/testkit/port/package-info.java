/** For tests of the core and of code on top of it: the ports, served by an Azure in memory without HTTP or JSON text. */
@NullMarked
package io.github.hpccachecmk.testkit.port;

import org.jspecify.annotations.NullMarked;
