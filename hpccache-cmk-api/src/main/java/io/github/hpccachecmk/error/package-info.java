/** For everybody: the exception tree and its stable error codes. */
@NullMarked
package io.github.hpccachecmk.error;

import org.jspecify.annotations.NullMarked;
