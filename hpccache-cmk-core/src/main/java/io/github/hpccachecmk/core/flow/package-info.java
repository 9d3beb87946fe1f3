/**
 * The flow: what is known becomes a decision, a decision becomes at most one write. {@link
 * io.github.hpccachecmk.core.flow.TransitionTable} is the one place that says what happens when; everything else here
 * derives what it looks at or carries out what it says.
 */
@NullMarked
package io.github.hpccachecmk.core.flow;

import org.jspecify.annotations.NullMarked;
