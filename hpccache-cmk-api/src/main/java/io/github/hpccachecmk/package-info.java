/** For everybody: the service interface, its three verbs and what they return. */
@NullMarked
package io.github.hpccachecmk;

import org.jspecify.annotations.NullMarked;
