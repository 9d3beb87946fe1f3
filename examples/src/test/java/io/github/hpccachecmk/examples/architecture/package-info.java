/** For maintainers: the rules of the house, checked over the classes and sources of all modules. */
@NullMarked
package io.github.hpccachecmk.examples.architecture;

import org.jspecify.annotations.NullMarked;
