/** For everybody: the requests that the service interface takes, each with its builder. */
@NullMarked
package io.github.hpccachecmk.request;

import org.jspecify.annotations.NullMarked;
