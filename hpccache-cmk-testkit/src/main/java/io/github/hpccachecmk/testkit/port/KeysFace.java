package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.KeyPort;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.KeySpec;
import io.github.hpccachecmk.core.port.KeyVersionSnapshot;
import io.github.hpccachecmk.core.port.Page;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.wire.JsonView;
import io.github.hpccachecmk.core.wire.VaultBodies;
import io.github.hpccachecmk.model.VaultId;
import java.util.Optional;

/** Keys on the control plane. */
final class KeysFace implements KeyPort {
    private final RestCalls rest;
    private final ArmUrls urls;

    KeysFace(RestCalls rest, ArmUrls urls) {
        this.rest = rest;
        this.urls = urls;
    }

    @Override
    public Answer<Optional<KeySnapshot>> get(CallContext context, VaultId vault, String keyName) {
        return read(PortOperation.GET_KEY, context, vault.keyScope(keyName).toString());
    }

    @Override
    public Answer<Optional<KeySnapshot>> getVersion(
            CallContext context, VaultId vault, String keyName, String version) {
        return read(PortOperation.GET_KEY_VERSION, context, vault.keyScope(keyName) + "/versions/" + version);
    }

    @Override
    public Answer<Page<String>> list(CallContext context, VaultId vault, Optional<String> page) {
        var path = vault + "/keys";
        var call = Call.page(PortOperation.LIST_KEYS, context, path, urls.keyVault(path), page);
        return rest.page(call, key -> key.text("name").orElse(""));
    }

    @Override
    public Answer<Page<KeyVersionSnapshot>> versions(
            CallContext context, VaultId vault, String keyName, Optional<String> page) {
        var path = vault.keyScope(keyName) + "/versions";
        var call = Call.page(PortOperation.LIST_KEY_VERSIONS, context, path, urls.keyVault(path), page);
        return rest.page(call, version -> KeyDocuments.listedVersion(new JsonView(version)));
    }

    @Override
    public Answer<KeySnapshot> create(CallContext context, KeySpec spec) {
        var id = spec.vault().keyScope(spec.name()).toString();
        return rest.send(
                Call.write(PortOperation.PUT_KEY, context, id, "PUT", urls.keyVault(id), VaultBodies.key(spec)),
                reply -> KeyDocuments.onControlPlane(reply.view()));
    }

    private Answer<Optional<KeySnapshot>> read(PortOperation operation, CallContext context, String id) {
        return rest.find(
                Call.get(operation, context, id, urls.keyVault(id)),
                reply -> KeyDocuments.onControlPlane(reply.view()));
    }
}
