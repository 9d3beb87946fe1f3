package io.github.hpccachecmk.core.port;

import io.github.hpccachecmk.model.KeyRotation;
import java.util.Optional;

/**
 * A key's rotation policy as one answer showed it, or as it is to be.
 *
 * @param rotateAfter the time after a version's creation, an ISO 8601 period
 * @param rotateBeforeExpiry the time before a version's end, an ISO 8601 period
 * @param notifyBeforeExpiry the time before a version's end at which somebody is told, an ISO 8601 period
 * @param expireAfter how long each version is valid, an ISO 8601 period
 */
public record RotationSnapshot(
        Optional<String> rotateAfter,
        Optional<String> rotateBeforeExpiry,
        Optional<String> notifyBeforeExpiry,
        Optional<String> expireAfter) {
    /** The policy of a key that nobody has given one. */
    public static RotationSnapshot none() {
        return new RotationSnapshot(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same notification with another rotation; without one versions are made by hand alone. */
    public RotationSnapshot with(Optional<KeyRotation> rotation) {
        return new RotationSnapshot(
                rotation.map(wanted -> wanted.rotateAfter().toString()),
                Optional.empty(),
                notifyBeforeExpiry,
                rotation.flatMap(KeyRotation::expireAfter).map(Object::toString));
    }

    /** Whether it rotates like that. */
    public boolean rotates(Optional<KeyRotation> rotation) {
        return equals(with(rotation));
    }
}
