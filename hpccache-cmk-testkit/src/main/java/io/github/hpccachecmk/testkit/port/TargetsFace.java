package io.github.hpccachecmk.testkit.port;

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
import io.github.hpccachecmk.core.wire.TargetDocuments;
import io.github.hpccachecmk.model.ResourceGroupId;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.TargetKind;
import java.util.Optional;

/** Caches and file systems. */
final class TargetsFace implements TargetPort {
    private final RestCalls rest;
    private final ArmUrls urls;

    TargetsFace(RestCalls rest, ArmUrls urls) {
        this.rest = rest;
        this.urls = urls;
    }

    @Override
    public Answer<Optional<TargetSnapshot>> get(CallContext context, TargetId id) {
        var call = Call.get(PortOperation.GET_TARGET, context, id.toString(), urls.storageCache(id.toString()));
        return rest.find(call, reply -> TargetDocuments.snapshot(reply.document()));
    }

    @Override
    public Answer<Page<TargetSnapshot>> list(
            CallContext context, TargetKind kind, ResourceGroupId group, Optional<String> page) {
        return page(PortOperation.LIST_TARGETS, context, group.toString(), kind, page);
    }

    @Override
    public Answer<Page<TargetSnapshot>> listOfSubscription(
            CallContext context, TargetKind kind, String subscription, Optional<String> page) {
        return page(PortOperation.LIST_TARGETS_OF_SUBSCRIPTION, context, "/subscriptions/" + subscription, kind, page);
    }

    private Answer<Page<TargetSnapshot>> page(
            PortOperation operation, CallContext context, String scope, TargetKind kind, Optional<String> page) {
        var first = urls.storageCache(scope + "/providers/" + kind.resourceType());
        var call = Call.page(operation, context, scope, first, page);
        var answer = rest.page(call, TargetDocuments::listed);
        var readable = answer.value().items().stream().flatMap(Optional::stream).toList();
        return new Answer<>(new Page<>(readable, answer.value().next()), answer.at());
    }

    @Override
    public Answer<CreatedTarget> create(CallContext context, TargetSpec spec) {
        var id = spec.id().toString();
        var call = Call.write(
                PortOperation.CREATE_TARGET, context, id, "PUT", urls.storageCache(id), TargetDocuments.body(spec));
        return rest.send(
                call,
                reply -> new CreatedTarget(
                        TargetDocuments.snapshot(reply.document()),
                        reply.header("Azure-AsyncOperation").map(OperationUrl::new)));
    }

    @Override
    public Answer<TargetSnapshot> updateEncryption(CallContext context, TargetId id, EncryptionSettings settings) {
        var call = Call.write(
                PortOperation.UPDATE_TARGET,
                context,
                id.toString(),
                "PATCH",
                urls.storageCache(id.toString()),
                TargetDocuments.patch(settings));
        return rest.send(call, reply -> TargetDocuments.snapshot(reply.document()));
    }

    @Override
    public Answer<OperationStatus> operationStatus(CallContext context, OperationUrl url) {
        // The URL is signed: it is sent as it came and shown without its query.
        var call = Call.get(PortOperation.GET_OPERATION_STATUS, context, url.toString(), url.value());
        return rest.send(call, reply -> {
            var error = reply.view().object("error");
            return new OperationStatus(
                    reply.view().text("status").orElse(""),
                    error.text("code").orElse(""),
                    error.text("message").orElse(""));
        });
    }
}
