/**
 * The service interface: {@link io.github.hpccachecmk.CustomerManagedKeys} with its three verbs, for every program that
 * embeds this library. Program against these types; an implementation comes from the Azure binding, or from the testkit
 * in unit tests.
 */
@NullMarked
package io.github.hpccachecmk;

import org.jspecify.annotations.NullMarked;
