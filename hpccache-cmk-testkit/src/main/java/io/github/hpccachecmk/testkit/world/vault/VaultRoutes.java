package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Reaction;
import io.github.hpccachecmk.testkit.world.Route;
import java.util.List;

/** The rows of Key Vault: Microsoft.KeyVault on the control plane, keys on the data plane. */
public final class VaultRoutes {
    private VaultRoutes() {}

    /** The rows. */
    public static List<Route> rows() {
        return List.of();
    }

    /** What vaults do by themselves. */
    public static List<Reaction> reactions() {
        return List.of();
    }
}
