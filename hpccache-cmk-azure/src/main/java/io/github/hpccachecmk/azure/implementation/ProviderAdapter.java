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
import io.github.hpccachecmk.core.wire.ProviderDocuments;
import io.github.hpccachecmk.model.SubnetId;
import java.util.Optional;

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
                response -> ProviderDocuments.provider(new JsonView(response.getValue()), namespace));
    }

    @Override
    public Answer<Page<SkuOffer>> skus(CallContext context, String subscription, Optional<String> page) {
        var path = subscriptionPath(subscription) + STORAGE_CACHE + "/skus";
        var call = Call.of(PortOperation.LIST_SKUS, path, context);
        return calls.answer(
                call,
                () -> pages.fetch(call, path, storageCacheVersion, page),
                response -> Pages.read(response, ProviderDocuments::sku));
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
                response -> Pages.read(response, ProviderDocuments::usage));
    }

    @Override
    public Answer<Optional<SubnetSnapshot>> subnet(CallContext context, SubnetId id) {
        var call = Call.of(PortOperation.GET_SUBNET, id, context);
        return calls.find(
                call,
                () -> rest.get(call, id.toString(), NETWORK_VERSION),
                response -> ProviderDocuments.subnet(new JsonView(response.getValue())));
    }

    private static String subscriptionPath(String subscription) {
        return "/subscriptions/" + Segment.of("subscription", subscription);
    }
}
