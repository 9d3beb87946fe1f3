package io.github.hpccachecmk.azure.implementation;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.rest.Response;
import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.CreatedTarget;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.OperationStatus;
import io.github.hpccachecmk.core.port.OperationUrl;
import io.github.hpccachecmk.core.port.Page;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.TargetPort;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.port.TargetSpec;
import io.github.hpccachecmk.core.wire.JsonView;
import io.github.hpccachecmk.core.wire.TargetDocuments;
import io.github.hpccachecmk.model.ResourceGroupId;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.TargetKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Caches and file systems over {@link ArmRest}. */
final class TargetAdapter implements TargetPort {
    private static final HttpHeaderName ASYNC_OPERATION = HttpHeaderName.fromString("Azure-AsyncOperation");
    private static final int ACCEPTED = 202;

    private final Calls calls;
    private final ArmRest rest;
    private final Pages pages;
    private final String apiVersion;

    TargetAdapter(Calls calls, ArmRest rest, String apiVersion) {
        this.calls = calls;
        this.rest = rest;
        this.pages = new Pages(rest);
        this.apiVersion = apiVersion;
    }

    @Override
    public Answer<Optional<TargetSnapshot>> get(CallContext context, TargetId id) {
        var call = Call.of(PortOperation.GET_TARGET, id, context);
        return calls.find(
                call,
                () -> rest.get(call, id.toString(), apiVersion),
                response -> TargetDocuments.snapshot(response.getValue()));
    }

    @Override
    public Answer<Page<TargetSnapshot>> list(
            CallContext context, TargetKind kind, ResourceGroupId group, Optional<String> page) {
        return list(PortOperation.LIST_TARGETS, context, group + "/providers/" + kind.resourceType(), page);
    }

    @Override
    public Answer<Page<TargetSnapshot>> listOfSubscription(
            CallContext context, TargetKind kind, String subscription, Optional<String> page) {
        var path = "/subscriptions/" + subscription + "/providers/" + kind.resourceType();
        return list(PortOperation.LIST_TARGETS_OF_SUBSCRIPTION, context, path, page);
    }

    private Answer<Page<TargetSnapshot>> list(
            PortOperation operation, CallContext context, String path, Optional<String> page) {
        var call = Call.of(operation, path, context);
        return calls.answer(call, () -> pages.fetch(call, path, apiVersion, page), TargetAdapter::page);
    }

    @Override
    public Answer<CreatedTarget> create(CallContext context, TargetSpec spec) {
        var call = Call.of(PortOperation.CREATE_TARGET, spec.id(), context);
        return calls.answer(
                call,
                () -> rest.put(call, spec.id().toString(), apiVersion, TargetDocuments.body(spec)),
                response -> new CreatedTarget(written(spec.id(), response), operation(response)));
    }

    @Override
    public Answer<TargetSnapshot> updateEncryption(CallContext context, TargetId id, EncryptionSettings settings) {
        var call = Call.of(PortOperation.UPDATE_TARGET, id, context);
        return calls.answer(
                call,
                () -> rest.patch(call, id.toString(), apiVersion, TargetDocuments.patch(settings)),
                response -> written(id, response));
    }

    @Override
    public Answer<OperationStatus> operationStatus(CallContext context, OperationUrl url) {
        // The record's own text hides the signature; the URL itself is nobody's business.
        var call = Call.of(PortOperation.GET_OPERATION_STATUS, url, context);
        return calls.answer(call, () -> rest.follow(call, url.value()), TargetAdapter::status);
    }

    private static Page<TargetSnapshot> page(Response<Map<String, Object>> response) {
        var list = new JsonView(response.getValue());
        var snapshots = new ArrayList<TargetSnapshot>();
        for (var document : documents(response.getValue())) {
            TargetDocuments.listed(document).ifPresent(snapshots::add);
        }
        return new Page<>(snapshots, Pages.token(list.text("nextLink")));
    }

    private static List<Map<String, Object>> documents(Map<String, Object> list) {
        var documents = new ArrayList<Map<String, Object>>();
        if (list.get("value") instanceof List<?> items) {
            for (var item : items) {
                if (item instanceof Map<?, ?> members) {
                    var document = new LinkedHashMap<String, Object>();
                    members.forEach((name, value) -> document.put(String.valueOf(name), value));
                    documents.add(document);
                }
            }
        }
        return documents;
    }

    /** The answer of an accepted write can lack members, all of them even: what is missing is unknown. */
    private static TargetSnapshot written(TargetId id, Response<Map<String, Object>> response) {
        var document = new LinkedHashMap<>(response.getValue());
        boolean shown = response.getStatusCode() != ACCEPTED || document.containsKey("properties");
        if (!shown || !document.containsKey("id")) {
            document.put("id", id.toString());
        }
        return TargetDocuments.snapshot(document);
    }

    private static Optional<OperationUrl> operation(Response<?> response) {
        return Optional.ofNullable(response.getHeaders().getValue(ASYNC_OPERATION))
                .or(() -> Optional.ofNullable(response.getHeaders().getValue(HttpHeaderName.LOCATION)))
                .filter(url -> !url.isBlank())
                .map(OperationUrl::new);
    }

    private static OperationStatus status(Response<Map<String, Object>> response) {
        var body = new JsonView(response.getValue());
        var error = body.object("error");
        // A Location URL, unlike Azure-AsyncOperation, tells by the HTTP status alone.
        var byHttp = response.getStatusCode() == ACCEPTED ? "InProgress" : "Succeeded";
        return new OperationStatus(
                body.text("status").orElse(byHttp),
                error.text("code").orElse(""),
                Redactor.clean(error.text("message").orElse("")));
    }
}
