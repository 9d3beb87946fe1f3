package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.KeyRotation;
import io.github.hpccachecmk.model.VaultId;
import java.time.Instant;
import java.util.Optional;

/**
 * An RSA key of 2048 bits to be made, for wrapKey and unwrapKey.
 *
 * @param vault where
 * @param name its name
 * @param expires when its first version expires
 * @param rotation its rotation policy
 */
public record KeySpec(VaultId vault, String name, Optional<Instant> expires, Optional<KeyRotation> rotation) {}
