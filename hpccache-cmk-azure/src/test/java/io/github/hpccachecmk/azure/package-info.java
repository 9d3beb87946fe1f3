/** Tests of the client and its builder. */
package io.github.hpccachecmk.azure;
