/** For programs that show reports: text, Markdown, CSV and JSON, each with its own encoder. */
@NullMarked
package io.github.hpccachecmk.core.render;

import org.jspecify.annotations.NullMarked;
