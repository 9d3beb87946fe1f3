package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.ResourceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A key: the resource {@code {vault}/keys/{name}}. A soft-deleted key is another resource, elsewhere.
 *
 * @param kty {@code RSA}, {@code RSA-HSM}, {@code EC} …, of the newest version
 * @param size in bits, of the newest version; 0 for other than RSA
 * @param operations {@code key_ops}
 * @param versions oldest first, at least one
 */
public record KeyState(String kty, int size, List<String> operations, List<KeyVersion> versions)
        implements ResourceState {
    /** The operations of a new RSA key; seen in recorded traffic of Azure/azure-cli. */
    public static final List<String> ALL_OPERATIONS =
            List.of("encrypt", "decrypt", "sign", "verify", "wrapKey", "unwrapKey");

    /** Copies the lists. */
    public KeyState {
        operations = List.copyOf(operations);
        versions = List.copyOf(versions);
    }

    /** The newest version. */
    public KeyVersion latest() {
        return versions.get(versions.size() - 1);
    }

    /** A version by its id, without case. */
    public Optional<KeyVersion> version(String version) {
        return versions.stream()
                .filter(candidate -> candidate.version().equalsIgnoreCase(version))
                .findFirst();
    }

    /** What a version is made of. */
    public KeyMaterial material(KeyVersion version) {
        return version.material().orElseGet(() -> new KeyMaterial.Generated(kty, size));
    }

    /** This key with a newer version of its own type and size, or of another; older versions keep theirs. */
    KeyState with(KeyVersion newer, KeyMaterial material, List<String> allowed) {
        List<KeyVersion> all = new ArrayList<>();
        versions.forEach(version -> all.add(version.of(material(version))));
        all.add(newer.of(material));
        return new KeyState(material.kty(), material.size(), allowed, all);
    }

    /** This key for other operations. */
    KeyState withOperations(List<String> allowed) {
        return new KeyState(kty, size, allowed, versions);
    }

    /** This key with a newer version. */
    public KeyState with(KeyVersion newer) {
        List<KeyVersion> more = new ArrayList<>(versions);
        more.add(newer);
        return new KeyState(kty, size, operations, more);
    }

    /** This key with a version changed. */
    public KeyState update(String version, UnaryOperator<KeyVersion> change) {
        return new KeyState(
                kty,
                size,
                operations,
                versions.stream()
                        .map(candidate ->
                                candidate.version().equalsIgnoreCase(version) ? change.apply(candidate) : candidate)
                        .toList());
    }
}
