package io.github.hpccachecmk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hpccachecmk.core.port.KeyImportSpec;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.KeyVersionUpdate;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.model.KeyRotation;
import io.github.hpccachecmk.model.KeyUrl;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every implementation of {@link io.github.hpccachecmk.core.port.KeyDataPort} does. A call without a token, which a
 * vault answers with a challenge, may precede the first call of a vault; it is no call of a port operation.
 */
public abstract class KeyDataPortContract extends PortContract {
    private static final Instant END = Instant.parse("2031-05-01T00:00:00Z");
    private static final KeyRotation QUARTERLY = new KeyRotation(Period.ofDays(90), Optional.of(Period.ofYears(1)));

    /** For subclasses. */
    protected KeyDataPortContract() {}

    @Override
    final List<PortCall> calls(ContractWorld world) {
        learnVault(world, world.ports());
        return List.of(
                new PortCall(PortOperation.READ_KEY, p -> p.keyData().read(world.context(), world.key())),
                new PortCall(
                        PortOperation.READ_DELETED_KEY, p -> p.keyData().readDeleted(world.context(), world.key())),
                new PortCall(PortOperation.IMPORT_KEY, p -> p.keyData().importKey(world.context(), imported(world))),
                new PortCall(
                        PortOperation.GET_ROTATION_POLICY, p -> p.keyData().rotation(world.context(), world.key())),
                new PortCall(PortOperation.ROTATE_KEY, p -> p.keyData().rotate(world.context(), world.key())),
                new PortCall(
                        PortOperation.UPDATE_KEY_VERSION,
                        p -> p.keyData().updateVersion(world.context(), world.key(), KeyVersionUpdate.enabled(true))),
                new PortCall(
                        PortOperation.SET_ROTATION_POLICY,
                        p -> p.keyData().setRotation(world.context(), world.key(), quarterly())),
                new PortCall(PortOperation.RECOVER_KEY, p -> {
                    world.deleteKey();
                    p.keyData().recover(world.context(), world.key());
                }));
    }

    private static RotationSnapshot quarterly() {
        return new RotationSnapshot(Optional.empty(), Optional.empty(), Optional.of("P20D"), Optional.empty())
                .with(Optional.of(QUARTERLY));
    }

    private static KeyImportSpec imported(ContractWorld world) {
        return new KeyImportSpec(
                KeyUrl.parse(world.key().vaultUri() + "keys/imported"),
                KeyImport.rsaKey(ContractWorld.MATERIAL),
                Optional.of(END),
                Map.of(KeySnapshot.OWN_TAGS + "contract", "yes", "team", "render"));
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

    @Test
    void importKey_makesTheKeyAsAskedFor() {
        var world = newWorldWithKnownVault();

        var made = world.ports()
                .keyData()
                .importKey(world.context(), imported(world))
                .value();

        var read = world.ports()
                .keyData()
                .read(world.context(), made.key().withoutVersion())
                .value()
                .orElseThrow();
        assertEquals(made.key(), read.key());
        assertEquals("RSA", read.type());
        assertEquals(OptionalInt.of(2048), read.size());
        assertEquals(Set.of("wrapKey", "unwrapKey"), read.operations());
        assertEquals(Optional.of(END), read.expires());
        assertEquals(imported(world).tags(), read.tags());
        assertEquals(
                Optional.of(made.key()),
                world.ports()
                        .keys()
                        .get(world.context(), world.vault(), "imported")
                        .value()
                        .map(KeySnapshot::key));
    }

    @Test
    void importKey_again_makesAnotherVersion() {
        var world = newWorldWithKnownVault();
        var first = world.ports().keyData().importKey(world.context(), imported(world));

        var second = world.ports().keyData().importKey(world.context(), imported(world));

        assertNotEquals(first.value().key(), second.value().key());
    }

    @Test
    void importKey_ofMaterialThatNobodyHas_isNotSent() {
        var world = newWorldWithKnownVault();
        var spec = imported(world);
        var unknown = new KeyImportSpec(spec.key(), KeyImport.rsaKey("nobody-has-it"), spec.expires(), spec.tags());

        var failure = thrownBy(() -> world.ports().keyData().importKey(world.context(), unknown))
                .failure();

        assertEquals(Delivery.NOT_SENT, failure.delivery());
        assertEquals(0, world.count(PortOperation.IMPORT_KEY));
    }

    @Test
    void importKey_answerLost_effectIsThere() {
        var world = newWorldWithKnownVault();
        world.loseAnswer(PortOperation.IMPORT_KEY);

        var failure = thrownBy(() -> world.ports().keyData().importKey(world.context(), imported(world)))
                .failure();

        assertEquals(Delivery.UNKNOWN, failure.delivery());
        assertTrue(world.ports()
                .keyData()
                .read(world.context(), imported(world).key())
                .value()
                .isPresent());
    }

    @Test
    void importKey_withoutRight_says403() {
        var world = newWorldWithKnownVault();
        learnVault(world, world.readersPorts());

        var failure = thrownBy(() -> world.readersPorts().keyData().importKey(world.context(), imported(world)))
                .failure();

        assertEquals(403, failure.status());
        assertEquals("Forbidden", failure.serviceCode());
    }

    @Test
    void rotate_makesAVersionLikeTheNewest() {
        var world = newWorldWithKnownVault();
        var before = newest(world);

        var made = world.ports()
                .keyData()
                .rotate(world.context(), world.key().withoutVersion())
                .value();

        assertNotEquals(before.key(), made.key());
        assertEquals(before.type(), made.type());
        assertEquals(before.size(), made.size());
        assertEquals(made.key(), newest(world).key());
    }

    @Test
    void rotate_answerLost_effectIsThere() {
        var world = newWorldWithKnownVault();
        var before = newest(world);
        world.loseAnswer(PortOperation.ROTATE_KEY);

        var failure = thrownBy(() -> world.ports().keyData().rotate(world.context(), world.key()))
                .failure();

        assertEquals(Delivery.UNKNOWN, failure.delivery());
        assertNotEquals(before.key(), newest(world).key());
    }

    @Test
    void updateVersion_switchesItOffAndOnAndKeepsTheTags() {
        var world = newWorldWithKnownVault();
        var version = newest(world).key();
        var data = world.ports().keyData();
        data.updateVersion(world.context(), version, KeyVersionUpdate.tagged(Map.of("team", "render")));

        var off = data.updateVersion(world.context(), version, KeyVersionUpdate.enabled(false))
                .value();
        var on = data.updateVersion(world.context(), version, KeyVersionUpdate.enabled(true))
                .value();

        assertEquals(List.of(false, true), List.of(off.enabled(), on.enabled()));
        assertEquals(Map.of("team", "render"), on.tags());
        assertEquals(newest(world).operations(), on.operations());
        assertEquals(version, on.key());
    }

    @Test
    void updateVersion_withTags_replacesThemAll() {
        var world = newWorldWithKnownVault();
        var version = newest(world).key();
        var data = world.ports().keyData();
        data.updateVersion(world.context(), version, KeyVersionUpdate.tagged(Map.of("team", "render")));

        data.updateVersion(world.context(), version, KeyVersionUpdate.tagged(Map.of("stage", "test")));

        assertEquals(Map.of("stage", "test"), newest(world).tags());
        assertTrue(newest(world).enabled());
    }

    @Test
    void recover_bringsTheKeyBackWithItsVersion() {
        var world = newWorldWithKnownVault();
        world.deleteKey();

        var recovered =
                world.ports().keyData().recover(world.context(), world.key()).value();

        assertEquals(world.key(), recovered);
        assertEquals(world.key(), newest(world).key());
    }

    @Test
    void recover_ofAKeyThatIsNotDeleted_says404() {
        var world = newWorldWithKnownVault();

        var failure = thrownBy(() -> world.ports().keyData().recover(world.context(), world.key()))
                .failure();

        assertEquals(404, failure.status());
    }

    @Test
    void rotateAndUpdate_withoutRight_say403() {
        var world = newWorldWithKnownVault();
        learnVault(world, world.readersPorts());
        var data = world.readersPorts().keyData();
        var version = newest(world).key();

        var rotated = thrownBy(() -> data.rotate(world.context(), version)).failure();
        var updated = thrownBy(() -> data.updateVersion(world.context(), version, KeyVersionUpdate.enabled(true)))
                .failure();

        assertEquals(List.of(403, 403), List.of(rotated.status(), updated.status()));
    }

    private static KeySnapshot newest(ContractWorld world) {
        return world.ports()
                .keyData()
                .read(world.context(), world.key().withoutVersion())
                .value()
                .orElseThrow();
    }

    @Test
    void setRotation_isReadBack() {
        var world = newWorldWithKnownVault();

        var set = world.ports()
                .keyData()
                .setRotation(world.context(), world.key(), quarterly())
                .value();

        assertEquals(quarterly(), set);
        assertEquals(
                Optional.of(set),
                world.ports()
                        .keyData()
                        .rotation(world.context(), world.key().withoutVersion())
                        .value());
    }

    @Test
    void rotation_ofAKeyWithoutPolicy_rotatesNever() {
        var world = newWorldWithKnownVault();

        var rotation = world.ports()
                .keyData()
                .rotation(world.context(), world.key())
                .value()
                .orElseThrow();

        assertEquals(Optional.empty(), rotation.rotateAfter());
        assertEquals(Optional.empty(), rotation.rotateBeforeExpiry());
    }

    @Test
    void rotation_ofAnAbsentKey_isEmpty() {
        var world = newWorldWithKnownVault();

        assertEquals(
                Optional.empty(),
                world.ports()
                        .keyData()
                        .rotation(world.context(), imported(world).key())
                        .value());
    }
}
