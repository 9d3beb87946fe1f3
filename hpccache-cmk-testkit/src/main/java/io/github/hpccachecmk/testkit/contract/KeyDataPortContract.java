package io.github.hpccachecmk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.Ports;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every implementation of {@link io.github.hpccachecmk.core.port.KeyDataPort} does. A call without a token, which a
 * vault answers with a challenge, may precede the first call of a vault; it is no call of a port operation.
 */
public abstract class KeyDataPortContract extends PortContract {
    /** For subclasses. */
    protected KeyDataPortContract() {}

    @Override
    final List<PortCall> calls(ContractWorld world) {
        learnVault(world, world.ports());
        return List.of(
                new PortCall(PortOperation.READ_KEY, p -> p.keyData().read(world.context(), world.key())),
                new PortCall(
                        PortOperation.READ_DELETED_KEY, p -> p.keyData().readDeleted(world.context(), world.key())));
    }

    /** A binding sends a token to no vault that Resource Manager has not named before. */
    private static void learnVault(ContractWorld world, Ports ports) {
        ports.vaults().get(world.context(), world.vault());
    }

    private ContractWorld newWorldWithKnownVault() {
        var world = newWorld();
        learnVault(world, world.ports());
        return world;
    }

    @Test
    void read_showsTheSameAsResourceManager() {
        var world = newWorld();
        learnVault(world, world.ports());

        var data = world.ports()
                .keyData()
                .read(world.context(), world.key())
                .value()
                .orElseThrow();

        var control = world.ports()
                .keys()
                .getVersion(
                        world.context(),
                        world.vault(),
                        world.key().keyName(),
                        world.key().version().orElseThrow())
                .value()
                .orElseThrow();
        assertEquals(control.key(), data.key());
        assertEquals(control.type(), data.type());
        assertEquals(control.size(), data.size());
        assertEquals(control.enabled(), data.enabled());
    }

    @Test
    void read_withVersion_showsThatVersion() {
        var world = newWorldWithKnownVault();
        world.newKeyVersion();

        var key = world.ports()
                .keyData()
                .read(world.context(), world.key())
                .value()
                .orElseThrow();

        assertEquals(world.key(), key.key());
        assertEquals("RSA", key.type());
        assertEquals(OptionalInt.of(2048), key.size());
        assertTrue(key.operations().containsAll(Set.of("wrapKey", "unwrapKey")), key::toString);
        assertTrue(key.enabled());
    }

    @Test
    void read_withoutVersion_showsTheNewest() {
        var world = newWorldWithKnownVault();
        var newer = world.newKeyVersion();

        assertEquals(
                newer,
                world.ports()
                        .keyData()
                        .read(world.context(), world.key().withoutVersion())
                        .value()
                        .orElseThrow()
                        .key());
    }

    @Test
    void read_absentVersion_isEmpty() {
        var world = newWorldWithKnownVault();

        assertEquals(
                Optional.empty(),
                world.ports()
                        .keyData()
                        .read(world.context(), world.key().withVersion("f".repeat(32)))
                        .value());
    }

    @Test
    void read_withoutRight_says403() {
        var world = newWorldWithKnownVault();
        learnVault(world, world.readersPorts());

        var failure = thrownBy(() -> world.readersPorts().keyData().read(world.context(), world.key()))
                .failure();

        assertEquals(403, failure.status());
        assertEquals("Forbidden", failure.serviceCode());
        assertTrue(failure.innerCodes().contains("AccessDenied"), failure::toString);
    }

    @Test
    void readDeleted_ofALiveKey_isEmpty() {
        var world = newWorldWithKnownVault();

        assertEquals(
                Optional.empty(),
                world.ports()
                        .keyData()
                        .readDeleted(world.context(), world.key())
                        .value());
    }

    @Test
    void readDeleted_ofADeletedKey_tellsItsNameAndPurge() {
        var world = newWorldWithKnownVault();
        world.deleteKey();

        var deleted = world.ports()
                .keyData()
                .readDeleted(world.context(), world.key())
                .value()
                .orElseThrow();

        assertEquals(world.key().keyName(), deleted.name());
        assertTrue(deleted.scheduledPurge().orElseThrow().isAfter(world.now()));
        assertEquals(
                Optional.empty(),
                world.ports().keyData().read(world.context(), world.key()).value());
    }
}
