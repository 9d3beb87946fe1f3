/** For maintainers: the ports on the Azure SDK. Not exported; anything here may change. */
@NullMarked
package io.github.hpccachecmk.azure.implementation;

import org.jspecify.annotations.NullMarked;
