package io.github.hpccachecmk.core.fact;

import io.github.hpccachecmk.core.port.Answer;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.DeletedKey;
import io.github.hpccachecmk.core.port.DeletedVault;
import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.ManagementLock;
import io.github.hpccachecmk.core.port.MaterialSnapshot;
import io.github.hpccachecmk.core.port.NameCheck;
import io.github.hpccachecmk.core.port.OperationStatus;
import io.github.hpccachecmk.core.port.OperationUrl;
import io.github.hpccachecmk.core.port.PermissionEntry;
import io.github.hpccachecmk.core.port.Ports;
import io.github.hpccachecmk.core.port.ProviderSnapshot;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.core.port.RotationSnapshot;
import io.github.hpccachecmk.core.port.SubnetSnapshot;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.port.Usage;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ResourceGroupId;
import io.github.hpccachecmk.model.ResourceId;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import java.util.List;
import java.util.Optional;

/**
 * A question to the world, and how it is asked. Value types: two equal keys are the same question.
 *
 * @param <T> the kind of answer
 */
public sealed interface FactKey<T> {
    /**
     * Asks; one remote call, or one for each page of a listing.
     *
     * @throws io.github.hpccachecmk.core.port.RemoteException when a call does not succeed
     */
    Answer<T> read(Ports ports, CallContext context);

    /** The resource itself. */
    record Target(TargetId id) implements FactKey<Optional<TargetSnapshot>> {
        @Override
        public Answer<Optional<TargetSnapshot>> read(Ports ports, CallContext context) {
            return ports.targets().get(context, id);
        }
    }

    /** Whether a vault's name is free. */
    record VaultName(String subscription, String name) implements FactKey<NameCheck> {
        @Override
        public Answer<NameCheck> read(Ports ports, CallContext context) {
            return ports.vaults().checkName(context, subscription, name);
        }
    }

    /** The resources of one kind in a group: the second witness against a stale 404. */
    record TargetsInGroup(TargetKind kind, ResourceGroupId group) implements FactKey<List<TargetSnapshot>> {
        @Override
        public Answer<List<TargetSnapshot>> read(Ports ports, CallContext context) {
            return Pages.all(page -> ports.targets().list(context, kind, group, page));
        }
    }

    /** The resources of one kind in a subscription, as far as the caller may read them. */
    record TargetsInSubscription(TargetKind kind, String subscription) implements FactKey<List<TargetSnapshot>> {
        @Override
        public Answer<List<TargetSnapshot>> read(Ports ports, CallContext context) {
            return Pages.all(page -> ports.targets().listOfSubscription(context, kind, subscription, page));
        }
    }

    /** How a long-running operation ended; its URL is signed and never shown. */
    record OperationOutcome(OperationUrl url) implements FactKey<OperationStatus> {
        @Override
        public Answer<OperationStatus> read(Ports ports, CallContext context) {
            return ports.targets().operationStatus(context, url);
        }
    }

    /** A vault. */
    record Vault(VaultId id) implements FactKey<Optional<VaultSnapshot>> {
        @Override
        public Answer<Optional<VaultSnapshot>> read(Ports ports, CallContext context) {
            return ports.vaults().get(context, id);
        }
    }

    /** The deleted vault that holds a name. */
    record VaultInDeletedState(VaultId id, String location) implements FactKey<Optional<DeletedVault>> {
        @Override
        public Answer<Optional<DeletedVault>> read(Ports ports, CallContext context) {
            return ports.vaults().getDeleted(context, id.subscription(), location, id.name());
        }
    }

    /** A key with its newest version, on the control plane. */
    record NewestKey(VaultId vault, String name) implements FactKey<Optional<KeySnapshot>> {
        @Override
        public Answer<Optional<KeySnapshot>> read(Ports ports, CallContext context) {
            return ports.keys().get(context, vault, name);
        }
    }

    /** One version of a key, on the control plane. */
    record KeyVersion(VaultId vault, String name, String version) implements FactKey<Optional<KeySnapshot>> {
        @Override
        public Answer<Optional<KeySnapshot>> read(Ports ports, CallContext context) {
            return ports.keys().getVersion(context, vault, name, version);
        }
    }

    /** A key on the data plane: the way out when the control plane refuses the caller. */
    record DataPlaneKey(KeyUrl key) implements FactKey<Optional<KeySnapshot>> {
        @Override
        public Answer<Optional<KeySnapshot>> read(Ports ports, CallContext context) {
            return ports.keyData().read(context, key);
        }
    }

    /** A key's rotation policy. */
    record Rotation(KeyUrl key) implements FactKey<Optional<RotationSnapshot>> {
        @Override
        public Answer<Optional<RotationSnapshot>> read(Ports ports, CallContext context) {
            return ports.keyData().rotation(context, key);
        }
    }

    /** Whether the client's source has the material to import; no remote call. */
    record Material(KeyImport wanted) implements FactKey<Optional<MaterialSnapshot>> {
        @Override
        public Answer<Optional<MaterialSnapshot>> read(Ports ports, CallContext context) {
            return ports.materials().look(wanted);
        }
    }

    /** Whether a key is in deleted state, which the control plane does not show. */
    record KeyInDeletedState(KeyUrl key) implements FactKey<Optional<DeletedKey>> {
        @Override
        public Answer<Optional<DeletedKey>> read(Ports ports, CallContext context) {
            return ports.keyData().readDeleted(context, key);
        }
    }

    /** The role assignments that a principal has at, above or below a scope. */
    record Assignments(ResourceId scope, PrincipalId principal) implements FactKey<List<RoleAssignment>> {
        @Override
        public Answer<List<RoleAssignment>> read(Ports ports, CallContext context) {
            return Pages.all(page -> ports.access().list(context, scope, principal, page));
        }
    }

    /** How many role assignments a subscription has itself; those it inherits count where they were made. */
    record AssignmentCount(String subscription) implements FactKey<Integer> {
        @Override
        public Answer<Integer> read(Ports ports, CallContext context) {
            var own = "/subscriptions/" + subscription;
            var all = Pages.all(page -> ports.access().listOfSubscription(context, subscription, page));
            var count = all.value().stream()
                    .filter(assignment -> isWithin(assignment.scope(), own))
                    .count();
            return new Answer<>(Math.toIntExact(count), all.at());
        }

        private static boolean isWithin(String scope, String own) {
            return scope.regionMatches(true, 0, own, 0, own.length())
                    && (scope.length() == own.length() || scope.charAt(own.length()) == '/');
        }
    }

    /** What the caller may do at a scope, an ARM id. */
    record Permissions(String scope) implements FactKey<List<PermissionEntry>> {
        @Override
        public Answer<List<PermissionEntry>> read(Ports ports, CallContext context) {
            return Pages.all(page -> ports.access().permissions(context, scope, page));
        }
    }

    /** The management locks that hold at a scope, an ARM id. */
    record Locks(String scope) implements FactKey<List<ManagementLock>> {
        @Override
        public Answer<List<ManagementLock>> read(Ports ports, CallContext context) {
            return Pages.all(page -> ports.access().locks(context, scope, page));
        }
    }

    /** A user-assigned identity. */
    record Identity(UserAssignedIdentityId id) implements FactKey<Optional<IdentitySnapshot>> {
        @Override
        public Answer<Optional<IdentitySnapshot>> read(Ports ports, CallContext context) {
            return ports.identities().get(context, id);
        }
    }

    /** A resource provider in a subscription. */
    record Provider(String subscription, String namespace) implements FactKey<ProviderSnapshot> {
        @Override
        public Answer<ProviderSnapshot> read(Ports ports, CallContext context) {
            return ports.providers().provider(context, subscription, namespace);
        }
    }

    /** The SKUs of Microsoft.StorageCache that a subscription is offered. */
    record Skus(String subscription) implements FactKey<SkuList> {
        @Override
        public Answer<SkuList> read(Ports ports, CallContext context) {
            var answer = Pages.all(page -> ports.providers().skus(context, subscription, page));
            return new Answer<>(SkuList.of(answer.value()), answer.at());
        }
    }

    /** The quotas of Microsoft.StorageCache in a location. */
    record Usages(String subscription, String location) implements FactKey<List<Usage>> {
        @Override
        public Answer<List<Usage>> read(Ports ports, CallContext context) {
            return Pages.all(page -> ports.providers().usages(context, subscription, location, page));
        }
    }

    /** A subnet. */
    record Subnet(SubnetId id) implements FactKey<Optional<SubnetSnapshot>> {
        @Override
        public Answer<Optional<SubnetSnapshot>> read(Ports ports, CallContext context) {
            return ports.providers().subnet(context, id);
        }
    }
}
