/** For developers of the programs: their tests. */
package io.github.hpccachecmk.examples;
