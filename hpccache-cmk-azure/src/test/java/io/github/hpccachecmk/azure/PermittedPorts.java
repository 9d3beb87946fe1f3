package io.github.hpccachecmk.azure;

import static org.junit.jupiter.api.Assumptions.abort;

import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.AccessPort;
import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.CreatedTarget;
import io.github.hpccachecmk.core.port.DeletedKey;
import io.github.hpccachecmk.core.port.DeletedVault;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.KeyDataPort;
import io.github.hpccachecmk.core.port.KeyImportSpec;
import io.github.hpccachecmk.core.port.KeyPort;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.KeySpec;
import io.github.hpccachecmk.core.port.KeyVersionSnapshot;
import io.github.hpccachecmk.core.port.KeyVersionUpdate;
import io.github.hpccachecmk.core.port.ManagementLock;
import io.github.hpccachecmk.core.port.NameCheck;
import io.github.hpccachecmk.core.port.OperationStatus;
import io.github.hpccachecmk.core.port.OperationUrl;
import io.github.hpccachecmk.core.port.Page;
import io.github.hpccachecmk.core.port.PermissionEntry;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.core.port.RoleGrant;
import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.core.port.TargetPort;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.port.TargetSpec;
import io.github.hpccachecmk.core.port.VaultPort;
import io.github.hpccachecmk.core.port.VaultPut;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ResourceGroupId;
import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.model.VaultId;
import java.util.List;
import java.util.Optional;

/**
 * Ports whose writes are sent only where a {@link RealAzureSwitch} permits them, and never when they cannot be undone or cost
 * money; reads go through.
 */
final class PermittedPorts {
    private PermittedPorts() {}

    static Ports of(Ports ports, RealAzureSwitch permit) {
        return new Ports(
                new Targets(ports.targets(), permit),
                new Vaults(ports.vaults(), permit),
                new Keys(ports.keys()),
                new KeyData(ports.keyData()),
                new Access(ports.access(), permit),
                ports.identities(),
                ports.providers(),
                ports.inventory(),
                ports.materials());
    }

    private record Targets(TargetPort port, RealAzureSwitch permit) implements TargetPort {
        @Override
        public Answer<Optional<TargetSnapshot>> get(CallContext context, TargetId id) {
            return port.get(context, id);
        }

        @Override
        public Answer<Page<TargetSnapshot>> list(
                CallContext context, TargetKind kind, ResourceGroupId group, Optional<String> page) {
            return port.list(context, kind, group, page);
        }

        @Override
        public Answer<Page<TargetSnapshot>> listOfSubscription(
                CallContext context, TargetKind kind, String subscription, Optional<String> page) {
            return port.listOfSubscription(context, kind, subscription, page);
        }

        @Override
        public Answer<CreatedTarget> create(CallContext context, TargetSpec spec) {
            return abort(
                    "CREATE_TARGET would make " + spec.id() + ", which costs money and which nothing here deletes");
        }

        @Override
        public Answer<TargetSnapshot> updateEncryption(CallContext context, TargetId id, EncryptionSettings settings) {
            permit.requireWrite(PortOperation.UPDATE_TARGET, id.toString());
            return port.updateEncryption(context, id, settings);
        }

        @Override
        public Answer<OperationStatus> operationStatus(CallContext context, OperationUrl url) {
            return port.operationStatus(context, url);
        }
    }

    private record Vaults(VaultPort port, RealAzureSwitch permit) implements VaultPort {
        @Override
        public Answer<Optional<VaultSnapshot>> get(CallContext context, VaultId id) {
            return port.get(context, id);
        }

        @Override
        public Answer<VaultSnapshot> protect(CallContext context, VaultId id) {
            return abort("PROTECT_VAULT of " + id + " could not be undone");
        }

        @Override
        public Answer<List<AccessPolicy>> addAccessPolicy(CallContext context, VaultId id, AccessPolicy policy) {
            permit.requireWrite(PortOperation.ADD_ACCESS_POLICY, id.toString());
            return port.addAccessPolicy(context, id, policy);
        }

        @Override
        public Answer<List<AccessPolicy>> removeAccessPolicy(CallContext context, VaultId id, AccessPolicy policy) {
            permit.requireWrite(PortOperation.REMOVE_ACCESS_POLICY, id.toString());
            return port.removeAccessPolicy(context, id, policy);
        }

        @Override
        public Answer<Optional<DeletedVault>> getDeleted(
                CallContext context, String subscription, String location, String name) {
            return port.getDeleted(context, subscription, location, name);
        }

        @Override
        public Answer<Page<VaultSnapshot>> list(CallContext context, String subscription, Optional<String> page) {
            return port.list(context, subscription, page);
        }

        @Override
        public Answer<NameCheck> checkName(CallContext context, String subscription, String name) {
            return port.checkName(context, subscription, name);
        }

        @Override
        public Answer<VaultId> put(CallContext context, VaultPut put) {
            return abort("PUT_VAULT would make " + put.id() + ", which keeps its name for weeks after its deletion");
        }
    }

    private record Access(AccessPort port, RealAzureSwitch permit) implements AccessPort {
        @Override
        public Answer<Page<RoleAssignment>> list(
                CallContext context, ResourceId scope, PrincipalId principal, Optional<String> page) {
            return port.list(context, scope, principal, page);
        }

        @Override
        public Answer<Page<RoleAssignment>> listOfSubscription(
                CallContext context, String subscription, Optional<String> page) {
            return port.listOfSubscription(context, subscription, page);
        }

        @Override
        public Answer<RoleAssignment> assign(CallContext context, RoleGrant grant) {
            permit.requireWrite(
                    PortOperation.CREATE_ROLE_ASSIGNMENT, grant.scope().toString());
            return port.assign(context, grant);
        }

        @Override
        public Answer<Boolean> unassign(CallContext context, String assignment) {
            permit.requireWrite(PortOperation.DELETE_ROLE_ASSIGNMENT, assignment);
            return port.unassign(context, assignment);
        }

        @Override
        public Answer<Page<PermissionEntry>> permissions(CallContext context, String scope, Optional<String> page) {
            return port.permissions(context, scope, page);
        }

        @Override
        public Answer<Page<ManagementLock>> locks(CallContext context, String scope, Optional<String> page) {
            return port.locks(context, scope, page);
        }
    }

    /** Of what changes a key nothing is sent: a version that is made cannot be taken back. */
    private record KeyData(KeyDataPort port) implements KeyDataPort {
        @Override
        public Answer<Optional<KeySnapshot>> read(CallContext context, KeyUrl key) {
            return port.read(context, key);
        }

        @Override
        public Answer<Optional<DeletedKey>> readDeleted(CallContext context, KeyUrl key) {
            return port.readDeleted(context, key);
        }

        @Override
        public Answer<KeySnapshot> importKey(CallContext context, KeyImportSpec spec) {
            return abort("IMPORT_KEY would make a version of " + spec.key());
        }

        @Override
        public Answer<Optional<RotationSnapshot>> rotation(CallContext context, KeyUrl key) {
            return port.rotation(context, key);
        }

        @Override
        public Answer<KeyUrl> recover(CallContext context, KeyUrl key) {
            return abort("RECOVER_KEY would bring back " + key);
        }

        @Override
        public Answer<KeySnapshot> rotate(CallContext context, KeyUrl key) {
            return abort("ROTATE_KEY would make a version of " + key);
        }

        @Override
        public Answer<KeySnapshot> updateVersion(CallContext context, KeyUrl version, KeyVersionUpdate update) {
            return abort("UPDATE_KEY_VERSION would change " + version);
        }

        @Override
        public Answer<RotationSnapshot> setRotation(CallContext context, KeyUrl key, RotationSnapshot policy) {
            return abort("SET_ROTATION_POLICY would change " + key);
        }
    }

    private record Keys(KeyPort port) implements KeyPort {
        @Override
        public Answer<Optional<KeySnapshot>> get(CallContext context, VaultId vault, String keyName) {
            return port.get(context, vault, keyName);
        }

        @Override
        public Answer<Optional<KeySnapshot>> getVersion(
                CallContext context, VaultId vault, String keyName, String version) {
            return port.getVersion(context, vault, keyName, version);
        }

        @Override
        public Answer<Page<String>> list(CallContext context, VaultId vault, Optional<String> page) {
            return port.list(context, vault, page);
        }

        @Override
        public Answer<Page<KeyVersionSnapshot>> versions(
                CallContext context, VaultId vault, String keyName, Optional<String> page) {
            return port.versions(context, vault, keyName, page);
        }

        @Override
        public Answer<KeySnapshot> create(CallContext context, KeySpec spec) {
            return abort("PUT_KEY would make " + spec.name() + ", which nothing here deletes");
        }
    }
}
