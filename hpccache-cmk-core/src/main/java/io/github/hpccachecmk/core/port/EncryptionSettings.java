package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultId;
import java.util.Optional;

/**
 * {@code properties.encryptionSettings} of a resource.
 *
 * @param key {@code keyEncryptionKey.keyUrl}
 * @param sourceVault {@code keyEncryptionKey.sourceVault.id}; absent when the resource names none
 * @param autoRotation {@code rotationToLatestKeyVersionEnabled}; empty for kinds without the member, or not told
 */
public record EncryptionSettings(KeyUrl key, Optional<VaultId> sourceVault, Optional<Boolean> autoRotation) {}
