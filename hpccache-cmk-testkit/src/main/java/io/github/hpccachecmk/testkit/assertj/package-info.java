/** For authors of tests who use AssertJ: assertions on what there is in an Azure in memory and on what was called. */
@NullMarked
package io.github.hpccachecmk.testkit.assertj;

import org.jspecify.annotations.NullMarked;
