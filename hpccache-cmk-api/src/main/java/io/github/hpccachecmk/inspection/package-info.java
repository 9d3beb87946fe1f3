/** What {@code inspect} tells of one existing cache or file system: for operators, and for services that watch over theirs. */
@NullMarked
package io.github.hpccachecmk.inspection;

import org.jspecify.annotations.NullMarked;
