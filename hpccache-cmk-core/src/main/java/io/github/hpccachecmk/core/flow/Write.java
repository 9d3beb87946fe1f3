package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.KeyImportSpec;
import io.github.hpccachecmk.core.port.KeySpec;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.core.port.RoleGrant;
import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.core.port.TargetSpec;
import io.github.hpccachecmk.core.port.VaultPut;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.report.PlannedWrite;
import io.github.hpccachecmk.report.WriteKind;
import java.util.List;
import java.util.Map;

/** One write, ready to be sent. Immutable; each but those that make a version of a key can be sent again without harm. */
public sealed interface Write {
    /** How a plan lists it, and what an approved plan binds. */
    PlannedWrite planned();

    /** The kind of write. */
    default WriteKind kind() {
        return planned().kind();
    }

    /** Whether the flow goes on without it when it is not allowed. */
    default boolean isDispensable() {
        return false;
    }

    /** Switches soft delete and purge protection of a vault on. */
    record ProtectVault(VaultId vault, PlannedWrite planned) implements Write {}

    /** Adds an access policy. */
    record AddAccessPolicy(VaultId vault, AccessPolicy policy, PlannedWrite planned) implements Write {}

    /** Assigns the role at the key's scope. */
    record AssignRole(RoleGrant grant, PlannedWrite planned) implements Write {}

    /** Creates the resource, or sends the identical create again. */
    record CreateTarget(TargetSpec spec, PlannedWrite planned) implements Write {}

    /** Makes a vault under a free name, or recovers the very vault asked for. */
    record PutVault(VaultPut put, PlannedWrite planned) implements Write {}

    /** Makes a key unless it exists. */
    record CreateKey(KeySpec spec, PlannedWrite planned) implements Write {}

    /** Imports key material: another version each time it is sent. */
    record ImportKey(VaultId vault, KeyImportSpec spec, PlannedWrite planned) implements Write {}

    /** Has Key Vault make another version of a key: another one each time it is sent. */
    record RotateKey(VaultId vault, KeyUrl key, PlannedWrite planned) implements Write {}

    /** Gives a version these tags, and no others. */
    record TagVersion(KeyUrl version, Map<String, String> tags, PlannedWrite planned) implements Write {
        @Override
        public boolean isDispensable() {
            return true;
        }
    }

    /** Switches a version on or off; what it stood on are the looks at the resources that were checked. */
    record SwitchVersion(VaultId vault, KeyUrl version, boolean enabled, List<TargetId> checked, PlannedWrite planned)
            implements Write {}

    /** Brings a key back from deleted state. */
    record RecoverKey(VaultId vault, KeyUrl key, PlannedWrite planned) implements Write {}

    /** Takes an access policy away, as far as it holds these permissions. */
    record RemoveAccessPolicy(VaultId vault, AccessPolicy policy, PlannedWrite planned) implements Write {}

    /** Takes a role assignment away. */
    record RemoveRole(RoleAssignment assignment, PlannedWrite planned) implements Write {}

    /** Sets a key's whole rotation policy. */
    record SetRotation(KeyUrl key, RotationSnapshot policy, PlannedWrite planned) implements Write {}

    /** Puts an existing resource under another key, by the complete encryption settings. */
    record ChangeKey(TargetId target, EncryptionSettings settings, PlannedWrite planned) implements Write {}

    /** Sets the complete encryption settings, the key unchanged. */
    record UpdateEncryption(TargetId target, EncryptionSettings settings, PlannedWrite planned) implements Write {}
}
