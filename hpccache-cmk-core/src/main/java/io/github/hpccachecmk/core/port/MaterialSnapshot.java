package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.KeyImport;
import java.util.OptionalInt;

/**
 * What may be told of key material.
 *
 * @param form what it is
 * @param size bits of the modulus, where it tells
 */
public record MaterialSnapshot(KeyImport.Form form, OptionalInt size) {}
