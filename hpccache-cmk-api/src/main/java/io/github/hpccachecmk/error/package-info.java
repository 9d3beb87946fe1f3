/** What can go wrong, as stable codes and one exception tree; for everybody who catches or alerts on errors. */
@NullMarked
package io.github.hpccachecmk.error;

import org.jspecify.annotations.NullMarked;
