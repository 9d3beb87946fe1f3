package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.KeyRotation;
import java.util.Optional;

/**
 * A key's rotation policy as one answer showed it, its notifications aside.
 *
 * @param rotateAfter the time after a version's creation, an ISO 8601 period
 * @param rotateBeforeExpiry the time before a version's end, an ISO 8601 period
 * @param expireAfter how long each version is valid, an ISO 8601 period
 */
public record RotationSnapshot(
        Optional<String> rotateAfter, Optional<String> rotateBeforeExpiry, Optional<String> expireAfter) {
    /** A policy as it is sent. */
    public static RotationSnapshot of(KeyRotation rotation) {
        return new RotationSnapshot(
                Optional.of(rotation.rotateAfter().toString()),
                Optional.empty(),
                rotation.expireAfter().map(Object::toString));
    }

    /** Whether it is that policy. */
    public boolean is(KeyRotation rotation) {
        return equals(of(rotation));
    }
}
