package io.github.hpccachecmk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hpccachecmk.core.port.ManagementLock;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RemoteFailure.Delivery;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.core.port.RoleGrant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link io.github.hpccachecmk.core.port.AccessPort} does. */
public abstract class AccessPortContract extends PortContract {
    private static final String CRYPTO_SERVICE_ENCRYPTION_USER = "e147488a-f6f5-4113-8e2d-b22465e65bf6";
    private static final UUID NAME = UUID.fromString("0e0e0e0e-0000-5000-8000-000000000001");

    /** For subclasses. */
    protected AccessPortContract() {}

    @Override
    final List<PortCall> calls(ContractWorld world) {
        var group = world.group().toString();
        return List.of(
                new PortCall(
                        PortOperation.LIST_ROLE_ASSIGNMENTS,
                        p -> p.access()
                                .list(world.context(), world.rbacKeyScope(), world.principal(), Optional.empty())),
                new PortCall(
                        PortOperation.LIST_ASSIGNMENTS_OF_SUBSCRIPTION,
                        p -> p.access()
                                .listOfSubscription(
                                        world.context(), world.group().subscription(), Optional.empty())),
                new PortCall(
                        PortOperation.CREATE_ROLE_ASSIGNMENT,
                        p -> p.access().assign(world.context(), grant(world, NAME))),
                new PortCall(
                        PortOperation.DELETE_ROLE_ASSIGNMENT,
                        p -> p.access().unassign(world.context(), assignment(world, NAME))),
                new PortCall(
                        PortOperation.LIST_PERMISSIONS,
                        p -> p.access().permissions(world.context(), group, Optional.empty())),
                new PortCall(
                        PortOperation.LIST_LOCKS, p -> p.access().locks(world.context(), group, Optional.empty())));
    }

    private static String assignment(ContractWorld world, UUID name) {
        return world.rbacKeyScope() + "/providers/Microsoft.Authorization/roleAssignments/" + name;
    }

    private static RoleGrant grant(ContractWorld world, UUID name) {
        return new RoleGrant(world.rbacKeyScope(), name, world.principal(), CRYPTO_SERVICE_ENCRYPTION_USER);
    }

    @Override
    final List<Listing> listings(ContractWorld world) {
        var group = world.group().toString();
        world.ports().access().assign(world.context(), grant(world, NAME));
        world.lockGroup("CanNotDelete");
        return List.of(
                new Listing(
                        PortOperation.LIST_ROLE_ASSIGNMENTS,
                        (p, page) -> p.access()
                                .list(world.context(), world.rbacKeyScope(), world.principal(), page)
                                .value()),
                new Listing(
                        PortOperation.LIST_ASSIGNMENTS_OF_SUBSCRIPTION,
                        (p, page) -> p.access()
                                .listOfSubscription(
                                        world.context(), world.group().subscription(), page)
                                .value()),
                new Listing(
                        PortOperation.LIST_PERMISSIONS,
                        (p, page) -> p.access()
                                .permissions(world.context(), group, page)
                                .value()),
                new Listing(
                        PortOperation.LIST_LOCKS,
                        (p, page) ->
                                p.access().locks(world.context(), group, page).value()));
    }

    private static List<RoleAssignment> assignments(ContractWorld world) {
        return world.ports()
                .access()
                .list(world.context(), world.rbacKeyScope(), world.principal(), Optional.empty())
                .value()
                .items();
    }

    @Test
    void list_principalWithoutAssignment_isEmpty() {
        assertEquals(List.of(), assignments(newWorld()));
    }

    @Test
    void assign_isFoundByPrincipal() {
        var world = newWorld();

        var assigned = world.ports()
                .access()
                .assign(world.context(), grant(world, NAME))
                .value();

        assertEquals(world.principal(), assigned.principal());
        assertEquals(CRYPTO_SERVICE_ENCRYPTION_USER, assigned.roleId());
        assertTrue(assigned.id().toLowerCase(Locale.ROOT).endsWith(NAME.toString()), assigned::id);
        var found = assignments(world);
        assertEquals(1, found.size());
        assertEquals(assigned.id(), found.get(0).id());
        assertEquals(world.rbacKeyScope().canonical(), found.get(0).scope().toLowerCase(Locale.ROOT));
        assertEquals(Optional.empty(), found.get(0).condition());
        assertTrue(found.get(0).createdOn().isPresent());
    }

    @Test
    void unassign_takesTheAssignmentAndSaysWhetherItWasThere() {
        var world = newWorld();
        world.ports().access().assign(world.context(), grant(world, NAME));

        var first = world.ports().access().unassign(world.context(), assignment(world, NAME));
        var second = world.ports().access().unassign(world.context(), assignment(world, NAME));

        assertEquals(true, first.value());
        assertEquals(false, second.value());
        assertEquals(List.of(), assignments(world));
    }

    @Test
    void listOfSubscription_showsEverybodysAssignments() {
        var world = newWorld();
        var assigned = world.ports()
                .access()
                .assign(world.context(), grant(world, NAME))
                .value();

        var found = world.ports()
                .access()
                .listOfSubscription(world.context(), world.group().subscription(), Optional.empty())
                .value()
                .items();

        assertTrue(found.stream().anyMatch(assignment -> assignment.id().equals(assigned.id())), found::toString);
    }

    @Test
    void assign_sentAgain_isHarmless() {
        var world = newWorld();
        world.ports().access().assign(world.context(), grant(world, NAME));

        world.ports().access().assign(world.context(), grant(world, NAME));

        assertEquals(1, assignments(world).size());
    }

    @Test
    void assign_underAnotherName_saysThatItExists() {
        var world = newWorld();
        world.ports().access().assign(world.context(), grant(world, NAME));
        var other = UUID.fromString("0e0e0e0e-0000-5000-8000-000000000002");

        var failure = thrownBy(() -> world.ports().access().assign(world.context(), grant(world, other)))
                .failure();

        assertEquals(409, failure.status());
        assertEquals("RoleAssignmentExists", failure.serviceCode());
    }

    @Test
    void assign_answerLost_effectIsThere() {
        var world = newWorld();
        world.loseAnswer(PortOperation.CREATE_ROLE_ASSIGNMENT);

        var failure = thrownBy(() -> world.ports().access().assign(world.context(), grant(world, NAME)))
                .failure();

        assertEquals(Delivery.UNKNOWN, failure.delivery());
        assertEquals(1, assignments(world).size());
    }

    @Test
    void assign_withoutRight_says403() {
        var world = newWorld();

        var failure = thrownBy(() -> world.strangersPorts().access().assign(world.context(), grant(world, NAME)))
                .failure();

        assertEquals(403, failure.status());
        assertEquals("AuthorizationFailed", failure.serviceCode());
        assertEquals(List.of(), assignments(world));
    }

    @Test
    void permissions_ofAnOwner_allowEverything() {
        var world = newWorld();

        var entries = world.ports()
                .access()
                .permissions(world.context(), world.group().toString(), Optional.empty())
                .value()
                .items();

        assertTrue(entries.stream().anyMatch(entry -> entry.actions().contains("*")), entries::toString);
    }

    @Test
    void locks_ofTheGroup_areListed() {
        var world = newWorld();
        world.lockGroup("CanNotDelete");

        var locks = world.ports()
                .access()
                .locks(world.context(), world.group().toString(), Optional.empty())
                .value()
                .items();

        assertEquals(
                List.of("CanNotDelete"),
                locks.stream().map(ManagementLock::level).toList());
        assertTrue(locks.get(0).id().startsWith(world.group().toString()), locks::toString);
    }
}
