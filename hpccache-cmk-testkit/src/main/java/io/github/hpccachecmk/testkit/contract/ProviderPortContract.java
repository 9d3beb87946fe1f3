package io.github.hpccachecmk.testkit.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.model.SubnetId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link io.github.hpccachecmk.core.port.ProviderPort} does. */
public abstract class ProviderPortContract extends PortContract {
    @Override
    final List<Listing> listings(ContractWorld world) {
        return List.of(
                new Listing(
                        PortOperation.LIST_SKUS,
                        (p, page) -> p.providers()
                                .skus(world.context(), world.subscription(), page)
                                .value()),
                new Listing(
                        PortOperation.LIST_USAGES,
                        (p, page) -> p.providers()
                                .usages(world.context(), world.subscription(), world.location(), page)
                                .value()));
    }

    private static final String NAMESPACE = "Microsoft.StorageCache";

    /** For subclasses. */
    protected ProviderPortContract() {}

    @Override
    final List<PortCall> calls(ContractWorld world) {
        return List.of(
                new PortCall(
                        PortOperation.GET_PROVIDER,
                        p -> p.providers().provider(world.context(), world.subscription(), NAMESPACE)),
                new PortCall(
                        PortOperation.LIST_SKUS,
                        p -> p.providers().skus(world.context(), world.subscription(), Optional.empty())),
                new PortCall(
                        PortOperation.LIST_USAGES,
                        p -> p.providers()
                                .usages(world.context(), world.subscription(), world.location(), Optional.empty())),
                new PortCall(PortOperation.GET_SUBNET, p -> p.providers().subnet(world.context(), world.subnet())));
    }

    @Test
    void provider_isRegisteredAndOffersItsTypesInTheRegion() {
        var world = newWorld();

        var provider = world.ports()
                .providers()
                .provider(world.context(), world.subscription(), NAMESPACE)
                .value();

        assertEquals(NAMESPACE, provider.namespace());
        assertEquals("Registered", provider.registrationState());
        assertTrue(provider.locations().keySet().containsAll(List.of("caches", "amlfilesystems")), provider::toString);
        assertTrue(
                provider.locations().getOrDefault("caches", List.of()).stream()
                        .anyMatch(location -> isHere(world, location)),
                provider::toString);
    }

    @Test
    void skus_haveTheSizesOfACache() {
        var world = newWorld();

        var offers = world.ports()
                .providers()
                .skus(world.context(), world.subscription(), Optional.empty())
                .value()
                .items();

        var offer = offers.stream()
                .filter(sku -> sku.resourceType().equals("caches") && sku.name().equals("Standard_2G"))
                .filter(sku -> sku.locations().stream().anyMatch(location -> isHere(world, location)))
                .findFirst()
                .orElseThrow();
        assertTrue(offer.capabilities().values().stream().anyMatch(value -> value.contains("3072")), offer::toString);
    }

    @Test
    void usages_haveCurrentAndLimit() {
        var world = newWorld();
        world.createdCache();

        var usages = world.ports()
                .providers()
                .usages(world.context(), world.subscription(), world.location(), Optional.empty())
                .value()
                .items();

        var caches = usages.stream()
                .filter(usage -> usage.name().equals("Cache"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, caches.current());
        assertTrue(caches.limit() >= 1);
    }

    @Test
    void usages_haveNamesAndLimits() {
        var world = newWorld();

        var usages = world.ports()
                .providers()
                .usages(world.context(), world.subscription(), world.location(), Optional.empty())
                .value()
                .items();

        assertFalse(usages.isEmpty());
        for (var usage : usages) {
            assertFalse(usage.name().isEmpty(), usage::toString);
            assertTrue(usage.limit() >= usage.current(), usage::toString);
        }
    }

    @Test
    void subnet_hasItsPrefixes() {
        var world = newWorld();

        var subnet = world.ports()
                .providers()
                .subnet(world.context(), world.subnet())
                .value()
                .orElseThrow();

        assertEquals(world.subnet(), subnet.id());
        assertFalse(subnet.addressPrefixes().isEmpty());
    }

    @Test
    void subnet_absent_isEmpty() {
        var world = newWorld();
        var absent = SubnetId.of(world.subscription(), world.group().name(), "no-such-network", "s");

        assertEquals(
                Optional.empty(),
                world.ports().providers().subnet(world.context(), absent).value());
    }

    /** Providers write "East US" where resources write "eastus". */
    private static boolean isHere(ContractWorld world, String location) {
        return location.replace(" ", "").toLowerCase(Locale.ROOT).equals(world.location());
    }
}
