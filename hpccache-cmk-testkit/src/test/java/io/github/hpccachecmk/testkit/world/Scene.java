package io.github.hpccachecmk.testkit.world;

import io.github.hpccachecmk.testkit.exchange.Exchange;
import io.github.hpccachecmk.testkit.exchange.ExchangeObserver;
import io.github.hpccachecmk.testkit.world.services.Services;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A world with a subscription, a group and an owner, and the kernel to call it with. Mutable, for one test. */
public final class Scene {
    public static final String SUBSCRIPTION = "/subscriptions/11111111-1111-4111-8111-111111111111";
    public static final String GROUP = SUBSCRIPTION + "/resourceGroups/render-rg";
    public static final String VAULT = GROUP + "/providers/Microsoft.KeyVault/vaults/contoso-cmk";
    public static final String TENANT = "22222222-2222-4222-8222-222222222222";
    public static final String OWNER = "owner";
    public static final String OWNER_ID = "33333333-3333-4333-8333-333333333333";
    public static final String VAULTS = "2023-07-01";
    public static final String AUTHORIZATION = "2022-04-01";

    private final Kernel kernel = Services.kernel();
    private World world;
    private Instant now = Instant.parse("2026-03-01T08:00:00Z");

    public Scene() {
        this(Timing.immediate());
    }

    public Scene(Timing timing) {
        world = World.empty(Settings.usual(7).with(timing))
                .with(plain(SUBSCRIPTION, Doc.empty()))
                .with(plain(GROUP, Doc.of("location", "eastus")));
        principal(OWNER, OWNER_ID, new RightGrant("/", List.of("*"), List.of(), List.of(), List.of()));
    }

    public static Resource plain(String id, Doc document) {
        return new Resource(id, document, ResourceState.Plain.STATE);
    }

    public Scene principal(String name, String objectId, RightGrant... rights) {
        world = world.with(new Caller(name, objectId, TENANT, List.of(rights)))
                .with(new DirectoryPrincipal(objectId, "ServicePrincipal", true));
        return this;
    }

    public Scene change(UnaryOperator<World> change) {
        world = change.apply(world);
        return this;
    }

    public Scene advance(Duration time) {
        now = now.plus(time);
        world = kernel.at(world, now);
        return this;
    }

    public World world() {
        return world;
    }

    public Instant now() {
        return now;
    }

    public WireResponse get(String path, String version) {
        return send(WireRequest.arm("GET", path, version, null, OWNER));
    }

    public WireResponse put(String path, String version, Doc body) {
        return send(WireRequest.arm("PUT", path, version, body, OWNER));
    }

    public WireResponse patch(String path, String version, Doc body) {
        return send(WireRequest.arm("PATCH", path, version, body, OWNER));
    }

    public WireResponse post(String path, String version, @Nullable Doc body) {
        return send(WireRequest.arm("POST", path, version, body, OWNER));
    }

    public WireResponse delete(String path, String version) {
        return send(WireRequest.arm("DELETE", path, version, null, OWNER));
    }

    /** Follows a nextLink as a client does. */
    public WireResponse follow(WireResponse page) {
        java.net.URI link = java.net.URI.create(page.document().text("nextLink").orElseThrow());
        Map<String, String> query = new java.util.HashMap<>();
        for (String pair : link.getQuery().split("&", -1)) {
            query.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return send(new WireRequest("GET", link.getHost(), link.getPath(), query, Map.of(), null, OWNER));
    }

    public WireResponse send(WireRequest request) {
        Step step = kernel.handle(world, request, now);
        world = step.world();
        // What is sent here without a FakeAzure is traffic of the suite, too.
        Exchange exchange = new Exchange(
                step.route().map(Route::operation).orElse("UNKNOWN"), request, Optional.of(step.response()));
        ExchangeObserver.installed().forEach(observer -> observer.observe(exchange));
        return step.response();
    }

    /** A vault with access policies in the scene, made by PUT. */
    public Scene vault(Doc properties) {
        WireResponse made = put(
                VAULT,
                VAULTS,
                Doc.of(
                        "location",
                        "eastus",
                        "properties",
                        Doc.of(
                                        "tenantId", TENANT,
                                        "sku", Doc.of("family", "A", "name", "standard"),
                                        "accessPolicies", List.of())
                                .withAll(properties)));
        if (!made.isSuccess()) {
            throw new IllegalStateException("the scene's vault was refused: " + made.body());
        }
        return this;
    }

    public static Doc policies(String objectId, String... keyPermissions) {
        return Doc.of("properties", Doc.of("accessPolicies", List.of(policy(objectId, keyPermissions))));
    }

    public static Doc policy(String objectId, String... keyPermissions) {
        return Doc.of("tenantId", TENANT, "objectId", objectId, "permissions", Doc.of("keys", List.of(keyPermissions)));
    }
}
