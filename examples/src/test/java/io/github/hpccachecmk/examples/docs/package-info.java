/** For readers of the pages in {@code docs} that show what the library prints: what makes those prints, and holds the pages to them. */
@NullMarked
package io.github.hpccachecmk.examples.docs;

import org.jspecify.annotations.NullMarked;
