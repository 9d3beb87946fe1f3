package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.DeletedVault;
import io.github.hpccachecmk.core.port.NameCheck;
import io.github.hpccachecmk.core.port.Page;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.VaultPort;
import io.github.hpccachecmk.core.port.VaultPut;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.core.wire.JsonView;
import io.github.hpccachecmk.core.wire.VaultBodies;
import io.github.hpccachecmk.core.wire.VaultDocuments;
import io.github.hpccachecmk.model.VaultId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Vaults. */
final class VaultsFace implements VaultPort {
    private final RestCalls rest;
    private final ArmUrls urls;

    VaultsFace(RestCalls rest, ArmUrls urls) {
        this.rest = rest;
        this.urls = urls;
    }

    @Override
    public Answer<Optional<VaultSnapshot>> get(CallContext context, VaultId id) {
        var call = Call.get(PortOperation.GET_VAULT, context, id.toString(), urls.keyVault(id.toString()));
        return rest.find(call, reply -> VaultDocuments.snapshot(reply.view()));
    }

    @Override
    public Answer<VaultSnapshot> protect(CallContext context, VaultId id) {
        var call = Call.write(
                PortOperation.PROTECT_VAULT,
                context,
                id.toString(),
                "PATCH",
                urls.keyVault(id.toString()),
                VaultBodies.protection());
        return rest.send(call, reply -> VaultDocuments.snapshot(reply.view()));
    }

    @Override
    public Answer<List<AccessPolicy>> addAccessPolicy(CallContext context, VaultId id, AccessPolicy policy) {
        var call = Call.write(
                PortOperation.ADD_ACCESS_POLICY,
                context,
                id.toString(),
                "PUT",
                urls.keyVault(id + "/accessPolicies/add"),
                VaultBodies.entry(policy));
        return rest.send(call, reply -> VaultDocuments.policies(reply.view()));
    }

    @Override
    public Answer<List<AccessPolicy>> removeAccessPolicy(CallContext context, VaultId id, AccessPolicy policy) {
        var call = Call.write(
                PortOperation.REMOVE_ACCESS_POLICY,
                context,
                id.toString(),
                "PUT",
                urls.keyVault(id + "/accessPolicies/remove"),
                VaultBodies.entry(policy));
        return rest.send(call, reply -> VaultDocuments.policies(reply.view()));
    }

    @Override
    public Answer<Optional<DeletedVault>> getDeleted(
            CallContext context, String subscription, String location, String name) {
        var id = "/subscriptions/" + subscription + "/providers/Microsoft.KeyVault/locations/" + location
                + "/deletedVaults/" + name;
        var call = Call.get(PortOperation.GET_DELETED_VAULT, context, id, urls.keyVault(id));
        return rest.find(call, reply -> VaultDocuments.deleted(reply.view()));
    }

    @Override
    public Answer<Page<VaultSnapshot>> list(CallContext context, String subscription, Optional<String> page) {
        var path = "/subscriptions/" + subscription + "/providers/Microsoft.KeyVault/vaults";
        var call = Call.page(PortOperation.LIST_VAULTS_OF_SUBSCRIPTION, context, path, urls.keyVault(path), page);
        return rest.page(call, vault -> VaultDocuments.snapshot(new JsonView(vault)));
    }

    @Override
    public Answer<NameCheck> checkName(CallContext context, String subscription, String name) {
        var id = "/subscriptions/" + subscription + "/providers/Microsoft.KeyVault/checkNameAvailability";
        var call = Call.write(
                PortOperation.CHECK_VAULT_NAME,
                context,
                id,
                "POST",
                urls.keyVault(id),
                Map.of("name", name, "type", "Microsoft.KeyVault/vaults"));
        return rest.send(
                call,
                reply -> new NameCheck(
                        reply.view().flag("nameAvailable").orElse(false),
                        reply.view().text("message").orElse("")));
    }

    @Override
    public Answer<VaultId> put(CallContext context, VaultPut put) {
        var id = put.id().toString();
        var call = Call.write(PortOperation.PUT_VAULT, context, id, "PUT", urls.keyVault(id), VaultBodies.of(put));
        return rest.send(call, reply -> VaultId.parse(reply.view().text("id").orElse("")));
    }
}
