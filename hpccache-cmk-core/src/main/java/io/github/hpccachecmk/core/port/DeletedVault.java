package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.VaultId;
import java.time.Instant;
import java.util.Optional;

/**
 * A vault in deleted state.
 *
 * @param id the id that it had
 * @param location where it was
 * @param scheduledPurge when it goes for good
 */
public record DeletedVault(VaultId id, String location, Optional<Instant> scheduledPurge) {}
