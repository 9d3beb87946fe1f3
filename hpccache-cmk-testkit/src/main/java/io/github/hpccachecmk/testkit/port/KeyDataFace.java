package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.DeletedKey;
import io.github.hpccachecmk.core.port.KeyDataPort;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.model.KeyUrl;
import java.util.Optional;

/** Keys on the data plane. */
final class KeyDataFace implements KeyDataPort {
    private final RestCalls rest;

    KeyDataFace(RestCalls rest) {
        this.rest = rest;
    }

    @Override
    public Answer<Optional<KeySnapshot>> read(CallContext context, KeyUrl key) {
        var path = "keys/" + key.keyName()
                + key.version().map(version -> "/" + version).orElse("");
        var call = Call.get(PortOperation.READ_KEY, context, key.toString(), ArmUrls.keyData(key.vaultUri(), path));
        return rest.find(call, reply -> KeyDocuments.onDataPlane(reply.view()));
    }

    @Override
    public Answer<Optional<DeletedKey>> readDeleted(CallContext context, KeyUrl key) {
        var call = Call.get(
                PortOperation.READ_DELETED_KEY,
                context,
                key.withoutVersion().toString(),
                ArmUrls.keyData(key.vaultUri(), "deletedkeys/" + key.keyName()));
        return rest.find(call, reply -> KeyDocuments.deleted(reply.view()));
    }
}
