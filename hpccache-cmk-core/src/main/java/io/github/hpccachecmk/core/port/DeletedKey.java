package io.github.hpccachecmk.core.port;

import java.time.Instant;
import java.util.Optional;

/**
 * A key in deleted state.
 *
 * @param name the key's name
 * @param deletedAt when it was deleted
 * @param scheduledPurge when it goes for good
 */
public record DeletedKey(String name, Optional<Instant> deletedAt, Optional<Instant> scheduledPurge) {}
