/** For tests of Azure SDK clients: the same world as an HTTP client. Needs azure-core. */
@NullMarked
package io.github.hpccachecmk.testkit.http;

import org.jspecify.annotations.NullMarked;
