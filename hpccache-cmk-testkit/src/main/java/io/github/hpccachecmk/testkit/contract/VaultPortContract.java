package io.github.hpccachecmk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.VaultId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link io.github.hpccachecmk.core.port.VaultPort} does. */
public abstract class VaultPortContract extends PortContract {
    private static final Set<String> KEY_RIGHTS = Set.of("get", "wrapkey", "unwrapkey");

    /** For subclasses. */
    protected VaultPortContract() {}

    @Override
    final List<PortCall> calls(ContractWorld world) {
        return List.of(
                new PortCall(PortOperation.GET_VAULT, p -> p.vaults().get(world.context(), world.vault())),
                new PortCall(PortOperation.PROTECT_VAULT, p -> p.vaults().protect(world.context(), world.vault())),
                new PortCall(
                        PortOperation.ADD_ACCESS_POLICY,
                        p -> p.vaults().addAccessPolicy(world.context(), world.vault(), policy(world))),
                new PortCall(
                        PortOperation.GET_DELETED_VAULT,
                        p -> p.vaults()
                                .getDeleted(world.context(), world.subscription(), world.location(), "no-such-vault")));
    }

    private static AccessPolicy policy(ContractWorld world) {
        return new AccessPolicy(world.tenant(), world.principal(), Optional.empty(), KEY_RIGHTS);
    }

    private static VaultSnapshot read(ContractWorld world, VaultId vault) {
        return world.ports().vaults().get(world.context(), vault).value().orElseThrow();
    }

    @Test
    void get_absentVault_isEmpty() {
        var world = newWorld();
        var absent = VaultId.of(world.subscription(), world.group().name(), "no-such-vault");

        assertEquals(
                Optional.empty(),
                world.ports().vaults().get(world.context(), absent).value());
    }

    @Test
    void get_vaultWithoutProtection_leavesWhatWasNeverSetUnset() {
        var world = newWorld();

        var vault = read(world, world.unprotectedVault());

        assertEquals(world.vault(), vault.id());
        assertEquals(world.location(), vault.location());
        assertEquals(Optional.of(world.tenant()), vault.tenant());
        assertEquals(Optional.of(world.key().vaultUri()), vault.uri().map(uri -> uri.endsWith("/") ? uri : uri + "/"));
        assertEquals(AccessModel.ACCESS_POLICY, vault.accessModel());
        assertEquals(Optional.of(true), vault.softDelete());
        assertEquals(Optional.empty(), vault.purgeProtection());
    }

    @Test
    void get_showsIdRegionTenantAndAddress() {
        var world = newWorld();

        var vault = read(world, world.vault());

        assertEquals(world.vault(), vault.id());
        assertEquals(world.location(), vault.location());
        assertEquals(Optional.of(world.tenant()), vault.tenant());
        assertEquals(Optional.of(world.key().vaultUri()), vault.uri().map(uri -> uri.endsWith("/") ? uri : uri + "/"));
        assertEquals(AccessModel.ACCESS_POLICY, vault.accessModel());
    }

    @Test
    void get_rbacVault_saysSo() {
        var world = newWorld();

        assertEquals(AccessModel.RBAC, read(world, world.rbacVault()).accessModel());
    }

    @Test
    void protect_switchesBothOnAndTouchesNothingElse() {
        var world = newWorld();
        world.ports().vaults().addAccessPolicy(world.context(), world.vault(), policy(world));
        var before = read(world, world.vault());

        var answer =
                world.ports().vaults().protect(world.context(), world.vault()).value();

        assertEquals(Optional.of(true), answer.purgeProtection());
        var after = read(world, world.vault());
        assertEquals(Optional.of(true), after.softDelete());
        assertEquals(Optional.of(true), after.purgeProtection());
        assertEquals(before.accessPolicies(), after.accessPolicies());
        assertEquals(before.accessModel(), after.accessModel());
        assertEquals(before.publicNetworkAccess(), after.publicNetworkAccess());
    }

    @Test
    void protect_sentAgain_succeeds() {
        var world = newWorld();
        world.ports().vaults().protect(world.context(), world.vault());

        assertEquals(
                Optional.of(true),
                world.ports()
                        .vaults()
                        .protect(world.context(), world.vault())
                        .value()
                        .purgeProtection());
    }

    @Test
    void protect_answerLost_effectIsThere() {
        var world = newWorld();
        world.loseAnswer(PortOperation.PROTECT_VAULT);

        var failure = thrownBy(() -> world.ports().vaults().protect(world.context(), world.vault()))
                .failure();

        assertEquals(Delivery.UNKNOWN, failure.delivery());
        assertEquals(Optional.of(true), read(world, world.vault()).purgeProtection());
    }

    @Test
    void protect_withoutRight_says403() {
        var world = newWorld();

        var failure = thrownBy(() -> world.strangersPorts().vaults().protect(world.context(), world.vault()))
                .failure();

        assertEquals(403, failure.status());
        assertEquals("AuthorizationFailed", failure.serviceCode());
        assertEquals(Optional.empty(), read(world, world.vault()).purgeProtection());
    }

    @Test
    void addAccessPolicy_addsToThoseThere() {
        var world = newWorld();
        var before = read(world, world.vault()).accessPolicies();

        var merged = world.ports()
                .vaults()
                .addAccessPolicy(world.context(), world.vault(), policy(world))
                .value();

        assertTrue(merged.containsAll(before));
        assertTrue(merged.contains(policy(world)), merged::toString);
        assertEquals(before.size() + 1, merged.size());
        assertEquals(Set.copyOf(merged), Set.copyOf(read(world, world.vault()).accessPolicies()));
    }

    @Test
    void addAccessPolicy_answerLost_effectIsThere() {
        var world = newWorld();
        world.loseAnswer(PortOperation.ADD_ACCESS_POLICY);

        var failure = thrownBy(
                        () -> world.ports().vaults().addAccessPolicy(world.context(), world.vault(), policy(world)))
                .failure();

        assertEquals(Delivery.UNKNOWN, failure.delivery());
        assertTrue(read(world, world.vault()).accessPolicies().contains(policy(world)));
    }

    @Test
    void getDeleted_ofADeletedVault_tellsItsIdAndPurge() {
        var world = newWorld();
        world.deleteVault();

        var deleted = world.ports()
                .vaults()
                .getDeleted(
                        world.context(),
                        world.subscription(),
                        world.location(),
                        world.vault().name())
                .value()
                .orElseThrow();

        assertEquals(world.vault(), deleted.id());
        assertEquals(world.location(), deleted.location());
        assertTrue(deleted.scheduledPurge().orElseThrow().isAfter(world.now()));
    }

    @Test
    void getDeleted_ofALiveVault_isEmpty() {
        var world = newWorld();

        assertEquals(
                Optional.empty(),
                world.ports()
                        .vaults()
                        .getDeleted(
                                world.context(),
                                world.subscription(),
                                world.location(),
                                world.vault().name())
                        .value());
    }
}
