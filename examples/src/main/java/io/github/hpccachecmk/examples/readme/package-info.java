/** For readers of README.md: its Java code, compiled; a test holds the page against it. */
@NullMarked
package io.github.hpccachecmk.examples.readme;

import org.jspecify.annotations.NullMarked;
