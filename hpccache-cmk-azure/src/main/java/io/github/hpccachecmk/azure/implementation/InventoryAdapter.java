package io.github.hpccachecmk.azure.implementation;

import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.InventoryPort;
import io.github.hpccachecmk.core.port.InventoryQuery;
import io.github.hpccachecmk.core.port.Page;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.wire.InventoryDocuments;
import io.github.hpccachecmk.core.wire.JsonView;
import java.util.Map;
import java.util.Optional;

/** Azure Resource Graph over {@link ArmRest}: one POST, for which no SDK module is worth its size. */
final class InventoryAdapter implements InventoryPort {
    private static final String PATH = "/providers/Microsoft.ResourceGraph/resources";
    private static final String VERSION = "2022-10-01";

    private final Calls calls;
    private final ArmRest rest;

    InventoryAdapter(Calls calls, ArmRest rest) {
        this.calls = calls;
        this.rest = rest;
    }

    @Override
    public Answer<Page<Map<String, Object>>> query(CallContext context, InventoryQuery query, Optional<String> page) {
        var call = Call.of(PortOperation.QUERY_RESOURCES, query.scope(), context);
        return calls.answer(
                call,
                () -> rest.post(call, PATH, VERSION, InventoryDocuments.body(query, page)),
                response -> InventoryDocuments.page(new JsonView(response.getValue())));
    }
}
