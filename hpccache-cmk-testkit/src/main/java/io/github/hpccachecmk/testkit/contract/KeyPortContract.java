package io.github.hpccachecmk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.KeySpec;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.model.KeyRotation;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link io.github.hpccachecmk.core.port.KeyPort} does. */
public abstract class KeyPortContract extends PortContract {
    /** For subclasses. */
    protected KeyPortContract() {}

    @Override
    final List<PortCall> calls(ContractWorld world) {
        return List.of(
                new PortCall(
                        PortOperation.GET_KEY,
                        p -> p.keys()
                                .get(world.context(), world.vault(), world.key().keyName())),
                new PortCall(
                        PortOperation.GET_KEY_VERSION,
                        p -> p.keys()
                                .getVersion(
                                        world.context(),
                                        world.vault(),
                                        world.key().keyName(),
                                        world.key().version().orElseThrow())),
                new PortCall(
                        PortOperation.LIST_KEYS, p -> p.keys().list(world.context(), world.vault(), Optional.empty())),
                new PortCall(
                        PortOperation.LIST_KEY_VERSIONS,
                        p -> p.keys()
                                .versions(
                                        world.context(),
                                        world.vault(),
                                        world.key().keyName(),
                                        Optional.empty())),
                new PortCall(PortOperation.PUT_KEY, p -> p.keys().create(world.context(), newKey(world))));
    }

    @Override
    final List<Listing> listings(ContractWorld world) {
        return List.of(
                new Listing(
                        PortOperation.LIST_KEYS,
                        (p, page) -> p.keys()
                                .list(world.context(), world.vault(), page)
                                .value()),
                new Listing(
                        PortOperation.LIST_KEY_VERSIONS,
                        (p, page) -> p.keys()
                                .versions(
                                        world.context(),
                                        world.vault(),
                                        world.key().keyName(),
                                        page)
                                .value()));
    }

    @Test
    void list_namesTheKey() {
        var world = newWorld();

        assertTrue(world.ports()
                .keys()
                .list(world.context(), world.vault(), Optional.empty())
                .value()
                .items()
                .contains(world.key().keyName()));
    }

    @Test
    void versions_showTheVersionEnabled() {
        var world = newWorld();

        var versions = world.ports()
                .keys()
                .versions(world.context(), world.vault(), world.key().keyName(), Optional.empty())
                .value()
                .items();

        assertTrue(
                versions.stream().anyMatch(version -> version.key().equals(world.key()) && version.enabled()),
                versions::toString);
    }

    private static KeySpec newKey(ContractWorld world) {
        return new KeySpec(
                world.vault(),
                "made-by-contract",
                Optional.of(world.now().plus(Duration.ofDays(400)).truncatedTo(ChronoUnit.SECONDS)),
                Optional.of(KeyRotation.after(Period.ofDays(90))));
    }

    @Test
    void create_newKey_isAnRsaKeyOf2048BitsToWrapAndUnwrap() {
        var world = newWorld();
        var spec = newKey(world);

        var made = world.ports().keys().create(world.context(), spec).value();

        assertEquals("RSA", made.type());
        assertEquals(OptionalInt.of(2048), made.size());
        assertEquals(Set.of("wrapKey", "unwrapKey"), made.operations());
        assertEquals(spec.expires(), made.expires());
        assertTrue(made.enabled());
        assertEquals(
                Optional.of(made.key()),
                world.ports()
                        .keys()
                        .get(world.context(), spec.vault(), spec.name())
                        .value()
                        .map(KeySnapshot::key));
    }

    @Test
    void create_existingKey_leavesItAndItsVersionAsTheyAre() {
        var world = newWorld();
        var before = world.ports()
                .keys()
                .get(world.context(), world.vault(), world.key().keyName())
                .value()
                .orElseThrow();

        var answer = world.ports()
                .keys()
                .create(
                        world.context(),
                        new KeySpec(
                                world.vault(),
                                world.key().keyName(),
                                newKey(world).expires(),
                                Optional.empty()))
                .value();

        assertEquals(before, answer);
    }

    @Test
    void get_andGetVersion_showTheSameKeyOfTheSameVault() {
        var world = newWorld();
        var name = world.key().keyName();

        var newest = world.ports()
                .keys()
                .get(world.context(), world.vault(), name)
                .value()
                .orElseThrow();
        var version = world.ports()
                .keys()
                .getVersion(
                        world.context(),
                        world.vault(),
                        name,
                        newest.key().version().orElseThrow())
                .value()
                .orElseThrow();

        assertEquals(name, newest.key().keyName());
        assertEquals(world.key().host(), newest.key().host());
        assertEquals(newest.key(), version.key());
        assertEquals(newest.type(), version.type());
        assertEquals(newest.size(), version.size());
        assertEquals(newest.enabled(), version.enabled());
    }

    @Test
    void get_showsTheNewestVersion() {
        var world = newWorld();
        var newer = world.newKeyVersion();

        var key = world.ports()
                .keys()
                .get(world.context(), world.vault(), world.key().keyName())
                .value()
                .orElseThrow();

        assertEquals(newer, key.key());
        assertEquals("RSA", key.type());
        assertEquals(OptionalInt.of(2048), key.size());
        assertTrue(key.operations().containsAll(Set.of("wrapKey", "unwrapKey")), key::toString);
        assertTrue(key.enabled());
        assertEquals(Optional.empty(), key.expires());
    }

    @Test
    void getVersion_showsThatVersion() {
        var world = newWorld();
        world.newKeyVersion();

        var key = world.ports()
                .keys()
                .getVersion(
                        world.context(),
                        world.vault(),
                        world.key().keyName(),
                        world.key().version().orElseThrow())
                .value()
                .orElseThrow();

        assertEquals(world.key(), key.key());
    }

    @Test
    void get_absentKey_isEmpty() {
        var world = newWorld();

        assertEquals(
                Optional.empty(),
                world.ports()
                        .keys()
                        .get(world.context(), world.vault(), "no-such-key")
                        .value());
    }

    @Test
    void getVersion_absentVersion_isEmpty() {
        var world = newWorld();

        assertEquals(
                Optional.empty(),
                world.ports()
                        .keys()
                        .getVersion(world.context(), world.vault(), world.key().keyName(), "f".repeat(32))
                        .value());
    }

    @Test
    void get_withoutRight_says403() {
        var world = newWorld();

        var failure = thrownBy(() -> world.strangersPorts()
                        .keys()
                        .get(world.context(), world.vault(), world.key().keyName()))
                .failure();

        assertEquals(403, failure.status());
        assertEquals("AuthorizationFailed", failure.serviceCode());
    }
}
