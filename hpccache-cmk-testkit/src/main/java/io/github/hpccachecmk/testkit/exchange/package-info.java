/** For those who watch the traffic of an Azure in memory: what was asked and answered, call by call. */
@NullMarked
package io.github.hpccachecmk.testkit.exchange;

import org.jspecify.annotations.NullMarked;
