/** For the faces that speak HTTP: JSON text, tokens and requests of the wire, without any library's types. Not exported. */
@NullMarked
package io.github.hpccachecmk.testkit.transport;

import org.jspecify.annotations.NullMarked;
