package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.port.KeySpec;
import io.github.hpccachecmk.core.port.VaultPut;
import io.github.hpccachecmk.core.port.VaultSpec;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.VaultNetwork;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.PrepareVault;
import java.util.LinkedHashMap;

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
                tags);
        return new Write.PutVault(
                new VaultPut.Create(spec),
                new PlannedWrite(
                        WriteKind.CREATE_VAULT,
                        request.vault().toString(),
                        "",
                        "PUT standard vault in " + spec.location() + ", "
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
                                        .map(rotation -> ", rotates after " + rotation.rotateAfter()
                                                + rotation.expireAfter()
                                                        .map(life -> ", versions expire after " + life)
                                                        .orElse(""))
                                        .orElse("")
                                + "; changes nothing if it exists",
                        "the vault has no key of this name"));
    }
}
