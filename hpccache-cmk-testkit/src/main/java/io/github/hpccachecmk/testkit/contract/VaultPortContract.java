package io.github.hpccachecmk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import io.github.hpccachecmk.core.port.VaultPut;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.core.port.VaultSpec;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultNetwork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link io.github.hpccachecmk.core.port.VaultPort} does. */
public abstract class VaultPortContract extends PortContract {
    private static final Set<String> KEY_RIGHTS = Set.of("get", "wrapkey", "unwrapkey");

    private static final String FREE_NAME = "cmk-contract-free";

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
                        PortOperation.REMOVE_ACCESS_POLICY,
                        p -> p.vaults().removeAccessPolicy(world.context(), world.vault(), policy(world))),
                new PortCall(
                        PortOperation.GET_DELETED_VAULT,
                        p -> p.vaults()
                                .getDeleted(world.context(), world.subscription(), world.location(), "no-such-vault")),
                new PortCall(
                        PortOperation.LIST_VAULTS_OF_SUBSCRIPTION,
                        p -> p.vaults().list(world.context(), world.subscription(), Optional.empty())),
                new PortCall(
                        PortOperation.CHECK_VAULT_NAME,
                        p -> p.vaults().checkName(world.context(), world.subscription(), FREE_NAME)),
                new PortCall(
                        PortOperation.PUT_VAULT,
                        p -> p.vaults().put(world.context(), new VaultPut.Create(newVault(world)))));
    }

    @Override
    final List<Listing> listings(ContractWorld world) {
        return List.of(new Listing(
                PortOperation.LIST_VAULTS_OF_SUBSCRIPTION,
                (p, page) -> p.vaults()
                        .list(world.context(), world.subscription(), page)
                        .value()));
    }

    @Test
    void list_showsTheVaultAsItsOwnReadDoes() {
        var world = newWorld();

        var listed = world.ports()
                .vaults()
                .list(world.context(), world.subscription(), Optional.empty())
                .value()
                .items();

        assertTrue(listed.contains(read(world, world.vault())), listed::toString);
    }

    private static VaultSpec newVault(ContractWorld world) {
        return new VaultSpec(
                VaultId.of(world.subscription(), world.group().name(), FREE_NAME),
                world.location(),
                world.tenant(),
                AccessModel.RBAC,
                7,
                VaultNetwork.TRUSTED_SERVICES_ONLY,
                false,
                Map.of("made-by", "contract"));
    }

    @Test
    void create_newVault_hasEverySettingThatWasAskedFor() {
        var world = newWorld();
        var spec = newVault(world);

        assertEquals(
                spec.id(),
                world.ports()
                        .vaults()
                        .put(world.context(), new VaultPut.Create(spec))
                        .value());

        var made = read(world, spec.id());
        assertEquals(world.location(), made.location());
        assertEquals(Optional.of(world.tenant()), made.tenant());
        assertEquals(AccessModel.RBAC, made.accessModel());
        assertEquals(Optional.of(true), made.softDelete());
        assertEquals(Optional.of(true), made.purgeProtection());
        assertEquals(OptionalInt.of(7), made.retentionDays());
        assertEquals(Optional.of("Deny"), made.networkDefaultAction());
        assertEquals(Optional.of("AzureServices"), made.networkBypass());
        assertEquals(List.of(), made.accessPolicies());
        assertEquals("contract", made.tags().get("made-by"));
    }

    @Test
    void checkName_freeName_isAvailable() {
        var world = newWorld();

        assertTrue(world.ports()
                .vaults()
                .checkName(world.context(), world.subscription(), FREE_NAME)
                .value()
                .available());
    }

    @Test
    void checkName_heldName_saysWhy() {
        var world = newWorld();

        var check = world.ports()
                .vaults()
                .checkName(world.context(), world.subscription(), world.vault().name())
                .value();

        assertFalse(check.available());
        assertFalse(check.message().isEmpty());
    }

    @Test
    void recover_vaultThatIsNotDeleted_changesNothing() {
        var world = newWorld();
        var spec = newVault(world);

        var failure = thrownBy(() -> world.ports()
                        .vaults()
                        .put(world.context(), new VaultPut.Recover(spec.id(), spec.location(), spec.tenant())))
                .failure();

        assertEquals(Delivery.ANSWERED, failure.delivery());
        assertEquals(
                Optional.empty(),
                world.ports().vaults().get(world.context(), spec.id()).value());
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
    void removeAccessPolicy_takesTheEntryAndNoOther() {
        var world = newWorld();
        var before = read(world, world.vault()).accessPolicies();
        world.ports().vaults().addAccessPolicy(world.context(), world.vault(), policy(world));

        var left = world.ports()
                .vaults()
                .removeAccessPolicy(world.context(), world.vault(), policy(world))
                .value();

        assertEquals(Set.copyOf(before), Set.copyOf(left));
        assertEquals(Set.copyOf(before), Set.copyOf(read(world, world.vault()).accessPolicies()));
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
