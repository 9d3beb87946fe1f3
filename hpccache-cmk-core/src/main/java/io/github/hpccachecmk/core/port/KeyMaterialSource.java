package io.github.hpccachecmk.core.port;

import java.util.Optional;

/**
 * Where key material comes from that is to be imported: a hardware module's export, a file, another vault. Asked by name when a
 * plan wants to know that it is there, and when it is sent. Implementations are thread-safe.
 */
@FunctionalInterface
public interface KeyMaterialSource {
    /**
     * The material of a name.
     *
     * @param name as the request has it
     * @return the material; empty when there is none of this name
     * @throws RuntimeException when it cannot be told; counts as unreadable, and its message, which might tell too much, is not
     *     shown
     */
    Optional<ImportMaterial> find(String name);

    /** Has nothing. */
    static KeyMaterialSource none() {
        return name -> Optional.empty();
    }
}
