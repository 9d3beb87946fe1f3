/** What must be true before something is written: one small class a rule, and the catalogue of them all. */
@NullMarked
package io.github.hpccachecmk.core.policy;

import org.jspecify.annotations.NullMarked;
