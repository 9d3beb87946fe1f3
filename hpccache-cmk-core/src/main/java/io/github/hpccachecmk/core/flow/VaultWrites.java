package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.port.KeyImportSpec;
import io.github.hpccachecmk.core.port.KeySpec;
import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.core.port.VaultPut;
import io.github.hpccachecmk.core.port.VaultSpec;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.model.VaultNetwork;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.PrepareVault;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes each kind of write that prepares a vault. Pure. */
final class VaultWrites {
    private VaultWrites() {}

    static Write create(PrepareVault request) {
        var tags = new LinkedHashMap<>(request.tags());
        tags.put(VaultMark.TAG, VaultMark.of(request.vault()));
        var spec = new VaultSpec(
                request.vault(),
                request.location(),
                request.tenant(),
                request.accessModel(),
                request.retentionDays(),
                request.network(),
                isInHardware(request),
                tags);
        return new Write.PutVault(
                new VaultPut.Create(spec),
                new PlannedWrite(
                        WriteKind.CREATE_VAULT,
                        request.vault().toString(),
                        "",
                        "PUT " + (spec.premium() ? "premium" : "standard") + " vault in " + spec.location() + ", "
                                + (spec.accessModel() == AccessModel.RBAC ? "access by roles" : "access by policies")
                                + ", soft delete for " + spec.retentionDays() + " days, purge protection on, "
                                + (spec.network() == VaultNetwork.ALL_NETWORKS
                                        ? "open to all networks"
                                        : "open to trusted services only")
                                + "; purge protection cannot be undone",
                        "there is no vault of this id"));
    }

    static Write recover(PrepareVault request) {
        return new Write.PutVault(
                new VaultPut.Recover(request.vault(), request.location(), request.tenant()),
                new PlannedWrite(
                        WriteKind.RECOVER_VAULT,
                        request.vault().toString(),
                        "",
                        "PUT createMode=recover; role assignments on the vault and on what is in it are not recovered and have"
                                + " to be made again",
                        "the vault is in deleted state, and the request says to recover it"));
    }

    static Write createKey(PrepareVault request) {
        var spec = new KeySpec(request.vault(), request.keyName(), request.keyExpires(), request.keyRotation());
        return new Write.CreateKey(
                spec,
                new PlannedWrite(
                        WriteKind.CREATE_KEY,
                        request.vault().keyScope(request.keyName()).toString(),
                        "",
                        "PUT RSA key of 2048 bits for wrapKey and unwrapKey"
                                + spec.expires().map(at -> ", expires " + at).orElse("")
                                + spec.rotation()
                                        .map(rotation -> ", " + RotationWrites.words(rotation))
                                        .orElse("")
                                + "; changes nothing if it exists",
                        "the vault has no key of this name"));
    }

    static Write importKey(VaultView view) {
        var request = view.request();
        var material = request.keyImport().orElseThrow();
        var spec = new KeyImportSpec(
                view.keyUrl(), material, request.keyExpires(), Map.of(VaultMark.IMPORT_TAG, view.mark()));
        return new Write.ImportKey(
                request.vault(),
                spec,
                new PlannedWrite(
                        WriteKind.IMPORT_KEY,
                        request.vault().keyScope(request.keyName()).toString(),
                        "",
                        "PUT " + words(material.form()) + " '" + material.material()
                                + "' of the client's source, for wrapKey and unwrapKey"
                                + spec.expires().map(at -> ", expires " + at).orElse("")
                                + "; sent to the vault itself",
                        "the vault has no key of this name"));
    }

    static Write setRotation(VaultView view) {
        return RotationWrites.set(
                view.keyUrl(),
                view.request().vault().keyScope(view.request().keyName()),
                view.facts().value(view.rotationKey()).flatMap(found -> found).orElseGet(RotationSnapshot::none),
                view.request().keyRotation(),
                "an import carries no rotation policy");
    }

    /** A key in hardware needs a vault that has hardware. */
    static boolean isInHardware(PrepareVault request) {
        return request.keyImport()
                .filter(wanted -> wanted.form() == KeyImport.Form.TRANSFER_BLOB)
                .isPresent();
    }

    private static String words(KeyImport.Form form) {
        return form == KeyImport.Form.RSA_KEY ? "RSA key" : "transfer blob";
    }
}
