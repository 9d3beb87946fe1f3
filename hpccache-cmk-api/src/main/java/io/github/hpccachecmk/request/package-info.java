/** The requests, for everybody who asks for something: immutable, validated when built, with a portable form for engines that store them. */
@NullMarked
package io.github.hpccachecmk.request;

import org.jspecify.annotations.NullMarked;
