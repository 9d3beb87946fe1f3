package io.github.hpccachecmk.azure.implementation;

import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.Page;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.ProviderPort;
import io.github.hpccachecmk.core.port.ProviderSnapshot;
import io.github.hpccachecmk.core.port.SkuOffer;
import io.github.hpccachecmk.core.port.SubnetSnapshot;
import io.github.hpccachecmk.core.port.Usage;
import io.github.hpccachecmk.core.wire.JsonView;
import io.github.hpccachecmk.model.SubnetId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What subscriptions and regions offer, over {@link ArmRest}: a GET each, for which no SDK module is worth its size. */
final class ProviderAdapter implements ProviderPort {
    private static final String PROVIDERS_VERSION = "2021-04-01";
    private static final String NETWORK_VERSION = "2024-05-01";
    private static final String STORAGE_CACHE = "/providers/Microsoft.StorageCache";

    private final Calls calls;
    private final ArmRest rest;
    private final Pages pages;
    private final String storageCacheVersion;

    ProviderAdapter(Calls calls, ArmRest rest, String storageCacheVersion) {
        this.calls = calls;
        this.rest = rest;
        this.pages = new Pages(rest);
        this.storageCacheVersion = storageCacheVersion;
    }

    @Override
    public Answer<ProviderSnapshot> provider(CallContext context, String subscription, String namespace) {
        var path = subscriptionPath(subscription) + "/providers/" + Segment.of("provider namespace", namespace);
        var call = Call.of(PortOperation.GET_PROVIDER, path, context);
        return calls.answer(
                call,
                () -> rest.get(call, path, PROVIDERS_VERSION),
                response -> snapshot(namespace, new JsonView(response.getValue())));
    }

    @Override
    public Answer<Page<SkuOffer>> skus(CallContext context, String subscription, Optional<String> page) {
        var path = subscriptionPath(subscription) + STORAGE_CACHE + "/skus";
        var call = Call.of(PortOperation.LIST_SKUS, path, context);
        return calls.answer(
                call,
                () -> pages.fetch(call, path, storageCacheVersion, page),
                response -> Pages.read(response, ProviderAdapter::sku));
    }

    @Override
    public Answer<Page<Usage>> usages(
            CallContext context, String subscription, String location, Optional<String> page) {
        var path = subscriptionPath(subscription) + STORAGE_CACHE + "/locations/" + Segment.of("location", location)
                + "/usages";
        var call = Call.of(PortOperation.LIST_USAGES, path, context);
        return calls.answer(
                call,
                () -> pages.fetch(call, path, storageCacheVersion, page),
                response -> Pages.read(response, ProviderAdapter::usage));
    }

    @Override
    public Answer<Optional<SubnetSnapshot>> subnet(CallContext context, SubnetId id) {
        var call = Call.of(PortOperation.GET_SUBNET, id, context);
        return calls.find(
                call,
                () -> rest.get(call, id.toString(), NETWORK_VERSION),
                response -> subnet(new JsonView(response.getValue())));
    }

    private static String subscriptionPath(String subscription) {
        return "/subscriptions/" + Segment.of("subscription", subscription);
    }

    private static ProviderSnapshot snapshot(String namespace, JsonView provider) {
        var locations = new LinkedHashMap<String, List<String>>();
        for (var type : provider.objects("resourceTypes")) {
            type.text("resourceType")
                    .ifPresent(name -> locations.put(name.toLowerCase(Locale.ROOT), type.textList("locations")));
        }
        return new ProviderSnapshot(
                provider.text("namespace").orElse(namespace),
                provider.text("registrationState").orElse("Unknown"),
                Map.copyOf(locations));
    }

    private static SkuOffer sku(JsonView sku) {
        var capabilities = new LinkedHashMap<String, String>();
        for (var capability : sku.objects("capabilities")) {
            capability
                    .text("name")
                    .ifPresent(name ->
                            capabilities.put(name, capability.text("value").orElse("")));
        }
        return new SkuOffer(
                sku.text("resourceType").orElse(""),
                sku.text("name").orElse(""),
                sku.textList("locations"),
                Map.copyOf(capabilities),
                sku.objects("restrictions").stream()
                        .map(restriction -> restriction.text("reasonCode").orElse("restricted"))
                        .toList());
    }

    /** A limit that is not told limits nothing. */
    private static Usage usage(JsonView usage) {
        return new Usage(
                usage.object("name").text("value").orElse(""),
                usage.number("currentValue").orElse(0L),
                usage.number("limit").orElse(Long.MAX_VALUE));
    }

    private static SubnetSnapshot subnet(JsonView subnet) {
        var properties = subnet.object("properties");
        var prefixes = Stream.concat(
                properties.text("addressPrefix").stream(), properties.textList("addressPrefixes").stream());
        return new SubnetSnapshot(
                SubnetId.parse(subnet.text("id").orElse("")),
                prefixes.distinct().toList());
    }
}
