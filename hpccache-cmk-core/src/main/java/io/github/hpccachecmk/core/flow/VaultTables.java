package io.github.hpccachecmk.core.flow;

import java.util.List;
import java.util.stream.Stream;

/** The tables of the requests about a vault. */
final class VaultTables {
    static final TransitionTable<VaultView> PREPARE = new TransitionTable<>(
            "Prepare a vault",
            Stream.of(VaultAbsentRows.rows(), VaultPresentRows.rows())
                    .flatMap(List::stream)
                    .toList());

    private VaultTables() {}
}
