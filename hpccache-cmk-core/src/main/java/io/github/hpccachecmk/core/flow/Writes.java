package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.policy.KeyAccess;
import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.RoleGrant;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.CreateRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes each kind of write from what is known. Pure. */
final class Writes {
    private Writes() {}

    static Write protect(VaultSnapshot vault, VaultId id) {
        return new Write.ProtectVault(
                id,
                new PlannedWrite(
                        WriteKind.PROTECT_VAULT,
                        id.toString(),
                        "",
                        "PATCH enableSoftDelete=true, enablePurgeProtection=true; cannot be undone; deleted keys and the vault "
                                + "itself then stay recoverable for "
                                + vault.retentionDays().orElse(90)
                                + " days and cannot be purged earlier",
                        "customer-managed keys need a vault with purge protection"));
    }

    static Write grant(TargetView view, Grantee grantee) {
        return view.isRbac() ? assign(view, grantee) : addPolicy(view, grantee);
    }

    private static Write addPolicy(TargetView view, Grantee grantee) {
        var vault = view.vault().orElseThrow();
        var id = view.vaultId().orElseThrow();
        return new Write.AddAccessPolicy(
                id,
                new AccessPolicy(tenant(view, vault), grantee.principal(), Optional.empty(), KeyAccess.KEY_PERMISSIONS),
                new PlannedWrite(
                        WriteKind.ADD_ACCESS_POLICY,
                        id.toString(),
                        authority(view, grantee, "key permissions get, wrapKey, unwrapKey"),
                        "adds one entry to the vault's access policies; every other entry stays as it is",
                        "the " + grantee.label() + " needs the key"));
    }

    private static Write assign(TargetView view, Grantee grantee) {
        var scope = view.keyScope().orElseThrow();
        var name = GrantNames.of(scope, grantee.principal(), KeyAccess.ENCRYPTION_USER);
        return new Write.AssignRole(
                new RoleGrant(scope, name, grantee.principal(), KeyAccess.ENCRYPTION_USER),
                new PlannedWrite(
                        WriteKind.ASSIGN_ROLE,
                        scope.toString(),
                        authority(view, grantee, "role Key Vault Crypto Service Encryption User"),
                        "assigns the role at the scope of this one key",
                        "the " + grantee.label() + " needs the key"));
    }

    /**
     * Whom a write gives what. The system-assigned identity of a resource that is still to be made has no principal yet,
     * so a create's plan names it by its role.
     */
    private static String authority(TargetView view, Grantee grantee, String rights) {
        var who = grantee.system() && view.create().isPresent()
                ? "system-assigned identity"
                : "principal " + grantee.principal();
        return who + ": " + rights;
    }

    private static TenantId tenant(TargetView view, VaultSnapshot vault) {
        return vault.tenant()
                .or(() -> view.target().flatMap(TargetSnapshot::tenant))
                .orElseThrow();
    }

    static Write create(CreateRequest request) {
        var spec = Specs.of(request);
        return new Write.CreateTarget(
                spec,
                new PlannedWrite(
                        WriteKind.CREATE_TARGET,
                        request.target().toString(),
                        "",
                        CreateSummary.of(spec),
                        "the " + request.target().kind().displayName()
                                + " does not exist, or failed for a missing grant"));
    }

    /** The flag is sent as it was, though the service is said to switch it off with every change of the key. */
    static Write changeKey(TargetSnapshot target, KeyUrl key, VaultId vault) {
        var before = target.encryption().orElseThrow();
        return new Write.ChangeKey(
                target.id(),
                new EncryptionSettings(key, Optional.of(vault), before.autoRotation()),
                new PlannedWrite(
                        WriteKind.CHANGE_KEY,
                        target.id().toString(),
                        "",
                        "PATCH encryptionSettings: key " + key + " of " + vault + "; everything else stays as it is",
                        "the " + target.id().kind().displayName() + " is under another key"));
    }

    static Write rotateKey(VaultId vault, KeyUrl key) {
        return new Write.RotateKey(
                vault,
                key,
                new PlannedWrite(
                        WriteKind.ROTATE_KEY,
                        vault.keyScope(key.keyName()).toString(),
                        "",
                        "POST rotate: another version of " + key.withoutVersion()
                                + ", like the newest; sent to the vault itself",
                        "the newest version is the one to leave"));
    }

    /** The service replaces all tags, so those that the version has are sent along. */
    static Write tagVersion(VaultId vault, KeySnapshot version, String rotation) {
        var tags = new LinkedHashMap<>(version.tags());
        tags.put(VaultMark.ROTATION_TAG, rotation);
        return new Write.TagVersion(
                version.key(),
                Map.copyOf(tags),
                new PlannedWrite(
                        WriteKind.TAG_KEY_VERSION,
                        vault.keyScope(version.key().keyName()).toString(),
                        "",
                        "PATCH tags of the version that was made: adds " + VaultMark.ROTATION_TAG
                                + "; sent to the vault itself",
                        "the version tells which rotation made it"));
    }

    static Write setRotation(TargetSnapshot target, EncryptionSettings current) {
        return new Write.UpdateEncryption(
                target.id(),
                new EncryptionSettings(current.key(), current.sourceVault(), Optional.of(true)),
                new PlannedWrite(
                        WriteKind.UPDATE_ENCRYPTION,
                        target.id().toString(),
                        "",
                        "PATCH encryptionSettings: rotationToLatestKeyVersionEnabled=true, key unchanged",
                        "the flag has no effect on a create and is reset by each change of the key"));
    }
}
