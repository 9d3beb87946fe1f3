/** Tests of the unchanged Azure SDK over the HTTP face of the test kit. */
@NullMarked
package io.github.hpccachecmk.azure.http;

import org.jspecify.annotations.NullMarked;
