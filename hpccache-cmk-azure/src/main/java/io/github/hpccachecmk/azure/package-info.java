/** For users on Azure: the client and its builder. */
@NullMarked
package io.github.hpccachecmk.azure;

import org.jspecify.annotations.NullMarked;
