/** For the engine: what somebody can choose a vault and a key from, judged by the rules that a plan asks too. */
@NullMarked
package io.github.hpccachecmk.core.picker;

import org.jspecify.annotations.NullMarked;
