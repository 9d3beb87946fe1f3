/** For readers of README.md: its test code, compiled and run, and the test that holds the page against the sources. */
package io.github.hpccachecmk.examples.readme;
