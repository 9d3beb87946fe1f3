/** For maintainers and authors of rules: one small class a rule, reading facts and never calling out. */
@NullMarked
package io.github.hpccachecmk.core.policy;

import org.jspecify.annotations.NullMarked;
