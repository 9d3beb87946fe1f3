package io.github.hpccachecmk.testkit.world.vault;

import io.github.hpccachecmk.testkit.world.Behaviour;
import io.github.hpccachecmk.testkit.world.Call;
import io.github.hpccachecmk.testkit.world.Handler;
import io.github.hpccachecmk.testkit.world.Resource;
import io.github.hpccachecmk.testkit.world.Step;
import io.github.hpccachecmk.testkit.world.WireResponse;
import io.github.hpccachecmk.testkit.world.World;
import io.github.hpccachecmk.testkit.world.access.KeyAction;
import java.util.Optional;

/**
 * A vault whose region is lost: another region serves it and it is read-only, on both planes, until its own region is back. Nothing that
 * is read tells so.
 */
final class Failover {
    private Failover() {}

    /** A handler of the control plane that refuses what would change a vault that is failed over. */
    static Handler guarded(Handler handler) {
        return (world, call) -> Vaults.named(world, call)
                .filter(vault -> isReadOnly(world, call, vault))
                .map(vault -> Step.of(world, VaultErrors.readOnly(vault)))
                .orElseGet(() -> handler.handle(world, call));
    }

    /** What a data-plane call that changes a key is refused with, when the vault is failed over. */
    static Optional<WireResponse> refusal(World world, Call call, Resource vault, KeyAction action) {
        return isReadOnly(world, call, vault) ? Optional.of(DataErrors.readOnly(action)) : Optional.empty();
    }

    private static boolean isReadOnly(World world, Call call, Resource vault) {
        return call.route().isWrite()
                && vault.state() instanceof VaultState state
                && state.isFailedOver()
                && call.on(world, Behaviour.FAILED_OVER_VAULT_REFUSES_WRITES);
    }
}
