/** Helpers shared by the packages of this module; not exported, so nothing here is for users. */
@NullMarked
package io.github.hpccachecmk.implementation;

import org.jspecify.annotations.NullMarked;
