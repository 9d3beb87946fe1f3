package io.github.hpccachecmk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link io.github.hpccachecmk.core.port.IdentityPort} does. */
public abstract class IdentityPortContract extends PortContract {
    /** For subclasses. */
    protected IdentityPortContract() {}

    @Override
    final List<PortCall> calls(ContractWorld world) {
        return List.of(
                new PortCall(PortOperation.GET_IDENTITY, p -> p.identities().get(world.context(), world.identity())));
    }

    @Test
    void get_showsPrincipalAndTenant() {
        var world = newWorld();

        var identity = world.ports()
                .identities()
                .get(world.context(), world.identity())
                .value()
                .orElseThrow();

        assertEquals(world.identity(), identity.id());
        assertEquals(world.principal(), identity.principal());
        assertEquals(world.tenant(), identity.tenant());
    }

    @Test
    void get_absentIdentity_isEmpty() {
        var world = newWorld();
        var absent =
                UserAssignedIdentityId.of(world.subscription(), world.group().name(), "no-such-identity");

        assertEquals(
                Optional.empty(),
                world.ports().identities().get(world.context(), absent).value());
    }

    @Test
    void get_withoutRight_says403() {
        var world = newWorld();

        var failure = thrownBy(() -> world.strangersPorts().identities().get(world.context(), world.identity()))
                .failure();

        assertEquals(403, failure.status());
        assertEquals("AuthorizationFailed", failure.serviceCode());
    }
}
