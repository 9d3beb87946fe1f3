package io.github.hpccachecmk.testkit.port;

import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.DeletedKey;
import io.github.hpccachecmk.core.port.KeyDataPort;
import io.github.hpccachecmk.core.port.KeyImportSpec;
import io.github.hpccachecmk.core.port.KeyMaterials;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.KeyVersionUpdate;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.core.wire.VaultBodies;
import io.github.hpccachecmk.model.KeyUrl;
import java.util.Map;
import java.util.Optional;

/** Keys on the data plane. */
final class KeyDataFace implements KeyDataPort {
    private final RestCalls rest;
    private final KeyMaterials materials;

    KeyDataFace(RestCalls rest, KeyMaterials materials) {
        this.rest = rest;
        this.materials = materials;
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

    @Override
    public Answer<KeySnapshot> importKey(CallContext context, KeyImportSpec spec) {
        var call = Call.write(
                PortOperation.IMPORT_KEY,
                context,
                spec.key().toString(),
                "PUT",
                ArmUrls.keyData(spec.key().vaultUri(), "keys/" + spec.key().keyName()),
                VaultBodies.importKey(spec, materials.get(spec.material())));
        return rest.send(call, reply -> KeyDocuments.onDataPlane(reply.view()));
    }

    @Override
    public Answer<KeySnapshot> rotate(CallContext context, KeyUrl key) {
        var call = Call.write(
                PortOperation.ROTATE_KEY,
                context,
                key.withoutVersion().toString(),
                "POST",
                ArmUrls.keyData(key.vaultUri(), "keys/" + key.keyName() + "/rotate"),
                Map.of());
        return rest.send(call, reply -> KeyDocuments.onDataPlane(reply.view()));
    }

    @Override
    public Answer<KeySnapshot> updateVersion(CallContext context, KeyUrl version, KeyVersionUpdate update) {
        var call = Call.write(
                PortOperation.UPDATE_KEY_VERSION,
                context,
                version.toString(),
                "PATCH",
                ArmUrls.keyData(
                        version.vaultUri(),
                        "keys/" + version.keyName() + "/" + version.version().orElseThrow()),
                VaultBodies.updateVersion(update));
        return rest.send(call, reply -> KeyDocuments.onDataPlane(reply.view()));
    }

    @Override
    public Answer<KeyUrl> recover(CallContext context, KeyUrl key) {
        var call = Call.write(
                PortOperation.RECOVER_KEY,
                context,
                key.withoutVersion().toString(),
                "POST",
                ArmUrls.keyData(key.vaultUri(), "deletedkeys/" + key.keyName() + "/recover"),
                Map.of());
        return rest.send(call, reply -> KeyDocuments.onDataPlane(reply.view()).key());
    }

    @Override
    public Answer<Optional<RotationSnapshot>> rotation(CallContext context, KeyUrl key) {
        var call = Call.get(
                PortOperation.GET_ROTATION_POLICY, context, key.withoutVersion().toString(), policy(key));
        return rest.find(call, reply -> KeyDocuments.rotation(reply.view()));
    }

    @Override
    public Answer<RotationSnapshot> setRotation(CallContext context, KeyUrl key, RotationSnapshot wanted) {
        var call = Call.write(
                PortOperation.SET_ROTATION_POLICY,
                context,
                key.withoutVersion().toString(),
                "PUT",
                policy(key),
                VaultBodies.rotation(wanted));
        return rest.send(call, reply -> KeyDocuments.rotation(reply.view()));
    }

    private static String policy(KeyUrl key) {
        return ArmUrls.keyData(key.vaultUri(), "keys/" + key.keyName() + "/rotationpolicy");
    }
}
