package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.InventoryPort;
import io.github.hpccachecmk.core.port.InventoryQuery;
import io.github.hpccachecmk.core.port.Page;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.wire.InventoryDocuments;
import java.util.Map;
import java.util.Optional;

/** Azure Resource Graph. */
final class InventoryFace implements InventoryPort {
    private final RestCalls rest;
    private final ArmUrls urls;

    InventoryFace(RestCalls rest, ArmUrls urls) {
        this.rest = rest;
        this.urls = urls;
    }

    @Override
    public Answer<Page<Map<String, Object>>> query(CallContext context, InventoryQuery query, Optional<String> page) {
        var call = Call.write(
                PortOperation.QUERY_RESOURCES,
                context,
                query.scope().toString(),
                "POST",
                urls.resourceGraph(),
                InventoryDocuments.body(query, page));
        return rest.send(call, reply -> InventoryDocuments.page(reply.view()));
    }
}
