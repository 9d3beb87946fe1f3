package io.github.hpccachecmk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hpccachecmk.audit.AuditScope;
import io.github.hpccachecmk.core.port.InventoryQuery;
import io.github.hpccachecmk.core.port.InventoryTable;
import io.github.hpccachecmk.core.port.Page;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.wire.JsonView;
import io.github.hpccachecmk.model.ResourceGroupId;
import io.github.hpccachecmk.model.ResourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link io.github.hpccachecmk.core.port.InventoryPort} does. */
public abstract class InventoryPortContract extends PortContract {
    /** For subclasses. */
    protected InventoryPortContract() {}

    @Override
    final List<PortCall> calls(ContractWorld world) {
        var query = new InventoryQuery(InventoryTable.VAULTS, AuditScope.subscription(world.subscription()));
        return List.of(new PortCall(
                PortOperation.QUERY_RESOURCES, p -> p.inventory().query(world.context(), query, Optional.empty())));
    }

    @Test
    void vaults_areThoseOfTheSubscription() {
        var world = newWorld();

        var vault = row(all(world, InventoryTable.VAULTS), world.vault().resourceId());

        assertEquals(
                Optional.of(world.tenant().toString()),
                vault.object("properties").text("tenantId"));
        assertEquals(Optional.of(world.location()), vault.text("location"));
    }

    @Test
    void identities_haveTheirPrincipals() {
        var world = newWorld();
        var id = world.identity().resourceId();

        var identity = row(all(world, InventoryTable.IDENTITIES), id);

        assertTrue(identity.object("properties").text("principalId").isPresent(), identity::toString);
    }

    @Test
    void targets_haveTheirIdentityAndKey() {
        var world = newWorld();
        world.healthyCache();

        var cache = row(all(world, InventoryTable.TARGETS), world.cache().resourceId());

        var settings = cache.object("properties").object("encryptionSettings");
        assertEquals(
                Optional.of(world.key().toString()),
                settings.object("keyEncryptionKey").text("keyUrl"));
        assertTrue(cache.object("identity").text("principalId").isPresent(), cache::toString);
    }

    @Test
    void targetsOfAGroup_areThoseOfThatGroupAlone() {
        var world = newWorld();
        world.healthyCache();
        var other = ResourceGroupId.of(world.subscription(), "no-such-group-of-the-contract");

        var here = all(
                world.ports(),
                world,
                new InventoryQuery(InventoryTable.TARGETS, AuditScope.resourceGroup(world.group())));
        var there =
                all(world.ports(), world, new InventoryQuery(InventoryTable.TARGETS, AuditScope.resourceGroup(other)));

        assertEquals(
                Optional.of(world.cache().name()),
                row(here, world.cache().resourceId()).text("name"));
        assertEquals(List.of(), there);
    }

    @Test
    void assignments_areCountedForTheSubscription() {
        var world = newWorld();

        var counts = all(world, InventoryTable.ASSIGNMENT_COUNTS);

        for (var row : counts) {
            assertEquals(world.subscription(), row.get("subscription"));
            assertTrue(row.get("assignments") instanceof Number, row::toString);
        }
    }

    @Test
    void strangersQuery_isRefusedByTheReasonInTheDetails() {
        var world = newWorld();
        var ports = world.strangersPorts();

        var failure = thrownBy(() -> all(
                        ports,
                        world,
                        new InventoryQuery(InventoryTable.VAULTS, AuditScope.subscription(world.subscription()))))
                .failure();

        assertEquals(400, failure.status());
        assertEquals(List.of("NoValidSubscriptionsInQueryRequest"), failure.innerCodes());
        assertTrue(failure.serviceMessage().contains("at least one subscription"), failure::serviceMessage);
    }

    private static List<Map<String, Object>> all(ContractWorld world, InventoryTable table) {
        return all(world.ports(), world, new InventoryQuery(table, AuditScope.subscription(world.subscription())));
    }

    private static List<Map<String, Object>> all(Ports ports, ContractWorld world, InventoryQuery query) {
        var rows = new ArrayList<Map<String, Object>>();
        Optional<String> token = Optional.empty();
        do {
            Page<Map<String, Object>> page =
                    ports.inventory().query(world.context(), query, token).value();
            rows.addAll(page.items());
            token = page.next();
        } while (token.isPresent());
        return rows;
    }

    /** The only row of a resource. */
    private static JsonView row(List<Map<String, Object>> rows, ResourceId id) {
        var found = rows.stream()
                .map(JsonView::new)
                .filter(row ->
                        row.text("id").filter(id.toString()::equalsIgnoreCase).isPresent())
                .toList();
        assertEquals(1, found.size(), rows::toString);
        return found.get(0);
    }
}
