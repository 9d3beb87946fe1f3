package io.github.hpccachecmk.testkit.port;

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

/** What subscriptions and regions offer. */
final class ProvidersFace implements ProviderPort {
    private final RestCalls rest;
    private final ArmUrls urls;

    ProvidersFace(RestCalls rest, ArmUrls urls) {
        this.rest = rest;
        this.urls = urls;
    }

    @Override
    public Answer<ProviderSnapshot> provider(CallContext context, String subscription, String namespace) {
        var call = Call.get(
                PortOperation.GET_PROVIDER,
                context,
                "/subscriptions/" + subscription + "/providers/" + namespace,
                urls.provider(subscription, namespace));
        return rest.send(call, reply -> ProviderDocuments.provider(reply.view(), namespace));
    }

    @Override
    public Answer<Page<SkuOffer>> skus(CallContext context, String subscription, Optional<String> page) {
        var path = "/subscriptions/" + subscription + "/providers/Microsoft.StorageCache/skus";
        var call = Call.page(PortOperation.LIST_SKUS, context, path, urls.storageCache(path), page);
        return rest.page(call, document -> ProviderDocuments.sku(new JsonView(document)));
    }

    @Override
    public Answer<Page<Usage>> usages(
            CallContext context, String subscription, String location, Optional<String> page) {
        var path = "/subscriptions/" + subscription + "/providers/Microsoft.StorageCache/locations/" + location
                + "/usages";
        var call = Call.page(PortOperation.LIST_USAGES, context, path, urls.storageCache(path), page);
        return rest.page(call, document -> ProviderDocuments.usage(new JsonView(document)));
    }

    @Override
    public Answer<Optional<SubnetSnapshot>> subnet(CallContext context, SubnetId id) {
        var call = Call.get(PortOperation.GET_SUBNET, context, id.toString(), urls.network(id.toString()));
        return rest.find(call, reply -> ProviderDocuments.subnet(reply.view()));
    }
}
