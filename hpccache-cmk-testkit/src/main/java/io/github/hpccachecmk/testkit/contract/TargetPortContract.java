package io.github.hpccachecmk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.model.TargetKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link io.github.hpccachecmk.core.port.TargetPort} does. */
public abstract class TargetPortContract extends PortContract {
    /** For subclasses. */
    protected TargetPortContract() {}

    @Override
    final List<PortCall> calls(ContractWorld world) {
        var operation = world.healthyCache();
        var settings = new EncryptionSettings(world.key(), Optional.of(world.vault()), Optional.of(true));
        return List.of(
                new PortCall(PortOperation.GET_TARGET, p -> p.targets().get(world.context(), world.cache())),
                new PortCall(
                        PortOperation.LIST_TARGETS,
                        p -> p.targets().list(world.context(), TargetKind.HPC_CACHE, world.group(), Optional.empty())),
                new PortCall(
                        PortOperation.LIST_TARGETS_OF_SUBSCRIPTION,
                        p -> p.targets()
                                .listOfSubscription(
                                        world.context(), TargetKind.HPC_CACHE, world.subscription(), Optional.empty())),
                new PortCall(
                        PortOperation.CREATE_TARGET, p -> p.targets().create(world.context(), world.fileSystemSpec())),
                new PortCall(
                        PortOperation.UPDATE_TARGET,
                        p -> p.targets().updateEncryption(world.context(), world.cache(), settings)),
                new PortCall(
                        PortOperation.GET_OPERATION_STATUS,
                        p -> p.targets().operationStatus(world.context(), operation)));
    }

    @Override
    final List<Listing> listings(ContractWorld world) {
        world.createdCache();
        return List.of(
                new Listing(
                        PortOperation.LIST_TARGETS,
                        (p, page) -> p.targets()
                                .list(world.context(), TargetKind.HPC_CACHE, world.group(), page)
                                .value()),
                new Listing(
                        PortOperation.LIST_TARGETS_OF_SUBSCRIPTION,
                        (p, page) -> p.targets()
                                .listOfSubscription(world.context(), TargetKind.HPC_CACHE, world.subscription(), page)
                                .value()));
    }

    @Test
    void get_absentTarget_isEmpty() {
        var world = newWorld();

        assertEquals(
                Optional.empty(),
                world.ports().targets().get(world.context(), world.cache()).value());
    }

    @Test
    void listOfSubscription_hasTheCachesOfEveryGroup() {
        var world = newWorld();
        world.createdCache();

        var found = world.ports()
                .targets()
                .listOfSubscription(world.context(), TargetKind.HPC_CACHE, world.subscription(), Optional.empty())
                .value()
                .items();

        assertTrue(found.stream().anyMatch(target -> target.id().equals(world.cache())), found::toString);
    }

    @Test
    void create_cache_isThereWithIdentityKeyAndOperation() {
        var world = newWorld();

        var created = world.ports()
                .targets()
                .create(world.context(), world.cacheSpec())
                .value();

        assertEquals(world.cache(), created.target().id());
        assertTrue(created.operation().isPresent());
        var found = world.ports()
                .targets()
                .get(world.context(), world.cache())
                .value()
                .orElseThrow();
        assertEquals(world.cache(), found.id());
        assertEquals(Optional.of("Standard_2G"), found.sku());
        assertEquals(Optional.of(world.key()), found.encryption().map(EncryptionSettings::key));
        assertEquals(Optional.of(world.vault()), found.encryption().flatMap(EncryptionSettings::sourceVault));
        assertTrue(found.principal().isPresent());
        assertTrue(found.tenant().isPresent());
        assertEquals(Optional.of(ProvisioningState.CREATING), found.provisioningState());
        assertEquals("render", found.tags().get("team"));
    }

    @Test
    void create_fileSystem_hasItsUserAssignedIdentity() {
        var world = newWorld();

        world.ports().targets().create(world.context(), world.fileSystemSpec());

        var found = world.ports()
                .targets()
                .get(world.context(), world.fileSystem())
                .value()
                .orElseThrow();
        assertEquals(List.of(world.identity()), found.userAssigned());
        assertEquals(Optional.empty(), found.principal());
        assertEquals(Optional.of(world.key()), found.encryption().map(EncryptionSettings::key));
    }

    @Test
    void create_answerLost_effectIsThere() {
        var world = newWorld();
        world.loseAnswer(PortOperation.CREATE_TARGET);

        var failure = thrownBy(() -> world.ports().targets().create(world.context(), world.cacheSpec()))
                .failure();

        assertEquals(Delivery.UNKNOWN, failure.delivery());
        assertTrue(world.ports()
                .targets()
                .get(world.context(), world.cache())
                .value()
                .isPresent());
    }

    @Test
    void create_withoutRight_says403AndNothingIsThere() {
        var world = newWorld();

        var failure = thrownBy(() -> world.strangersPorts().targets().create(world.context(), world.cacheSpec()))
                .failure();

        assertEquals(403, failure.status());
        assertEquals("AuthorizationFailed", failure.serviceCode());
        assertEquals(world.cache().toString(), failure.scope());
        assertEquals(
                Optional.empty(),
                world.ports().targets().get(world.context(), world.cache()).value());
    }

    @Test
    void list_afterCreate_holdsTheTarget() {
        var world = newWorld();
        world.createdCache();

        var page = world.ports()
                .targets()
                .list(world.context(), TargetKind.HPC_CACHE, world.group(), Optional.empty())
                .value();

        assertEquals(
                List.of(world.cache()),
                page.items().stream().map(target -> target.id()).toList());
        assertEquals(Optional.empty(), page.next());
    }

    @Test
    void list_otherKind_isEmpty() {
        var world = newWorld();
        world.createdCache();

        var page = world.ports()
                .targets()
                .list(world.context(), TargetKind.MANAGED_LUSTRE, world.group(), Optional.empty())
                .value();

        assertEquals(List.of(), page.items());
    }

    @Test
    void operationStatus_ofARunningCreate_saysInProgress() {
        var world = newWorld();
        var operation = world.createdCache();

        var status = world.ports()
                .targets()
                .operationStatus(world.context(), operation)
                .value();

        assertEquals("InProgress", status.status());
        assertEquals("", status.errorCode());
    }

    @Test
    void updateEncryption_ofAHealthyCache_changesTheVersion() {
        var world = newWorld();
        world.healthyCache();
        var newer = world.newKeyVersion();
        var settings = new EncryptionSettings(newer, Optional.of(world.vault()), Optional.of(false));

        world.ports().targets().updateEncryption(world.context(), world.cache(), settings);

        assertEquals(
                Optional.of(newer),
                world.ports()
                        .targets()
                        .get(world.context(), world.cache())
                        .value()
                        .flatMap(target -> target.encryption())
                        .map(EncryptionSettings::key));
        assertEquals(1, world.count(PortOperation.UPDATE_TARGET), world::journal);
    }

    @Test
    void updateEncryption_ofAnAbsentTarget_isAnError() {
        var world = newWorld();
        var settings = new EncryptionSettings(world.key(), Optional.of(world.vault()), Optional.of(true));

        var failure = thrownBy(() -> world.ports().targets().updateEncryption(world.context(), world.cache(), settings))
                .failure();

        assertEquals(404, failure.status());
        assertEquals(Delivery.ANSWERED, failure.delivery());
    }
}
