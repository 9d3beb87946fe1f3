package io.github.hpccachecmk.core.rights;

import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.TargetKind;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.report.RequiredPermission;
import io.github.hpccachecmk.report.RequiredPermission.Occasion;
import io.github.hpccachecmk.report.RequiredPermission.Plane;
import io.github.hpccachecmk.report.RequiredPermissions;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.ChangeKey;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.CreateRequest;
import io.github.hpccachecmk.request.EncryptionRequest;
import io.github.hpccachecmk.request.PrepareVault;
import io.github.hpccachecmk.request.RecoverKey;
import io.github.hpccachecmk.request.RevokeGrant;
import io.github.hpccachecmk.request.RotateKey;
import io.github.hpccachecmk.request.SetKeyVersionEnabled;
import io.github.hpccachecmk.request.SetRotationPolicy;
import io.github.hpccachecmk.request.TargetRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rights that a request needs, and no more: each action with the narrowest scope that does. Pure. By the operations of
 * Microsoft.KeyVault, Microsoft.StorageCache, Microsoft.Authorization, Microsoft.Network and Microsoft.ManagedIdentity.
 */
public final class RequiredRights {
    /** Writing a vault, its protection for example. */
    public static final String WRITE_VAULT = "Microsoft.KeyVault/vaults/write";

    /** Making a key on the control plane. */
    public static final String WRITE_KEY = "Microsoft.KeyVault/vaults/keys/write";

    private static final String DATA_KEYS = "Microsoft.KeyVault/vaults/keys/";
    private static final String DATA_ROTATION = "Microsoft.KeyVault/vaults/keyrotationpolicies/";
    private static final String WRITE_POLICY = "Microsoft.KeyVault/vaults/accessPolicies/write";
    private static final String WRITE_ASSIGNMENT = "Microsoft.Authorization/roleAssignments/write";

    private static final String READ_IDENTITY = "Microsoft.ManagedIdentity/userAssignedIdentities/read";
    private static final String READ_PERMISSIONS = "Microsoft.Authorization/permissions/read";

    private RequiredRights() {}

    /** All rights that the request can need, whatever the access model of its vaults, in the order of their use. */
    public static RequiredPermissions of(CmkRequest<?> request) {
        if (request instanceof TargetRequest<?> about) {
            return ofTarget(about);
        }
        if (request instanceof PrepareVault prepare) {
            return ofVault(prepare);
        }
        if (request instanceof SetRotationPolicy policy) {
            return ofPolicy(policy);
        }
        if (request instanceof SetKeyVersionEnabled version) {
            return ofVersion(version);
        }
        if (request instanceof RecoverKey recover) {
            return ofRecovery(recover);
        }
        if (request instanceof RevokeGrant revoke) {
            return ofRevocation(revoke);
        }
        throw new IllegalArgumentException("no rights are known for requests of kind " + request.kind());
    }

    private static RequiredPermissions ofPolicy(SetRotationPolicy request) {
        var vault = request.vault().toString();
        return new RequiredPermissions(
                request.subject(),
                List.of(
                        control(vault, "Microsoft.KeyVault/vaults/read", Occasion.READ),
                        byRole(vault, DATA_ROTATION + "read", Occasion.READ),
                        byRole(vault, DATA_ROTATION + "write", Occasion.CREATE),
                        byPolicy(vault, DATA_ROTATION + "read", Occasion.READ),
                        byPolicy(vault, DATA_ROTATION + "write", Occasion.CREATE)));
    }

    private static RequiredPermissions ofVersion(SetKeyVersionEnabled request) {
        var vault = request.vault().toString();
        var rights = new ArrayList<RequiredPermission>();
        rights.add(control(vault, "Microsoft.KeyVault/vaults/read", Occasion.READ));
        rights.add(control(vault, "Microsoft.KeyVault/vaults/keys/versions/read", Occasion.READ));
        request.checked()
                .forEach(target ->
                        rights.add(control(target.toString(), target.kind().resourceType() + "/read", Occasion.READ)));
        rights.add(byRole(request.subject().toString(), DATA_KEYS + "update/action", Occasion.CREATE));
        rights.add(byPolicy(vault, DATA_KEYS + "update/action", Occasion.CREATE));
        return new RequiredPermissions(request.subject(), List.copyOf(rights));
    }

    private static RequiredPermissions ofRevocation(RevokeGrant request) {
        var vault = request.vault().toString();
        var rights = new ArrayList<RequiredPermission>();
        rights.add(control(vault, "Microsoft.KeyVault/vaults/read", Occasion.READ));
        rights.add(
                control(request.subject().toString(), "Microsoft.Authorization/roleAssignments/read", Occasion.READ));
        for (var id : request.subscriptions()) {
            for (var kind : TargetKind.values()) {
                rights.add(control("/subscriptions/" + id, kind.resourceType() + "/read", Occasion.READ));
            }
            rights.add(control("/subscriptions/" + id, READ_IDENTITY, Occasion.READ));
        }
        rights.add(control(
                request.subject().toString(), "Microsoft.Authorization/roleAssignments/delete", Occasion.REVOKE));
        if (request.consent().isPresent()) {
            rights.add(control(vault, WRITE_POLICY, Occasion.REVOKE));
        }
        return new RequiredPermissions(request.subject(), List.copyOf(rights));
    }

    private static RequiredPermissions ofRecovery(RecoverKey request) {
        var vault = request.vault().toString();
        return new RequiredPermissions(
                request.subject(),
                List.of(
                        control(vault, "Microsoft.KeyVault/vaults/read", Occasion.READ),
                        control(vault, "Microsoft.KeyVault/vaults/keys/read", Occasion.READ),
                        // A key that is not there has no scope of its own for a role to hold at.
                        byRole(vault, DATA_KEYS + "read", Occasion.READ),
                        byRole(vault, DATA_KEYS + "recover/action", Occasion.CREATE),
                        byPolicy(vault, DATA_KEYS + "read", Occasion.READ),
                        byPolicy(vault, DATA_KEYS + "recover/action", Occasion.CREATE)));
    }

    /** What does not exist yet is asked at its group. */
    private static RequiredPermissions ofVault(PrepareVault request) {
        var group = request.vault().group().toString();
        var subscription = "/subscriptions/" + request.vault().subscription();
        var rights = new ArrayList<RequiredPermission>();
        rights.add(control(group, "Microsoft.KeyVault/vaults/read", Occasion.READ));
        rights.add(control(group, "Microsoft.KeyVault/vaults/keys/read", Occasion.READ));
        rights.add(control(subscription, "Microsoft.KeyVault/locations/deletedVaults/read", Occasion.READ));
        rights.add(control(subscription, "Microsoft.KeyVault/checkNameAvailability/read", Occasion.READ));
        rights.add(control(group, WRITE_VAULT, Occasion.CREATE));
        if (request.keyImport().isEmpty()) {
            rights.add(control(group, WRITE_KEY, Occasion.CREATE));
        }
        importing(request).forEach(action -> rights.add(onKeys(request, action)));
        rights.add(advise(group, READ_PERMISSIONS));
        return new RequiredPermissions(request.subject(), List.copyOf(rights));
    }

    /** The data-plane actions that an import takes, in the order of their use; none when nothing is imported. */
    public static List<String> importing(PrepareVault request) {
        if (request.keyImport().isEmpty()) {
            return List.of();
        }
        var key = List.of(DATA_KEYS + "import/action", DATA_KEYS + "read");
        return request.keyRotation().isEmpty()
                ? key
                : Stream.concat(key.stream(), Stream.of(DATA_ROTATION + "read", DATA_ROTATION + "write"))
                        .toList();
    }

    /** By roles at the group, as the vault may not exist; by an entry in the vault's policies under its own name. */
    private static RequiredPermission onKeys(PrepareVault request, String action) {
        return request.accessModel() == AccessModel.RBAC
                ? byRole(request.vault().group().toString(), action, Occasion.CREATE)
                : byPolicy(request.vault().toString(), action, Occasion.CREATE);
    }

    private static RequiredPermission byRole(String scope, String action, Occasion occasion) {
        return new RequiredPermission(Plane.DATA, scope, action, occasion, Optional.of(AccessModel.RBAC));
    }

    private static RequiredPermission byPolicy(String vault, String action, Occasion occasion) {
        return new RequiredPermission(
                Plane.KEY_PERMISSION, vault, keyPermission(action), occasion, Optional.of(AccessModel.ACCESS_POLICY));
    }

    private static String keyPermission(String action) {
        return switch (action) {
            case DATA_KEYS + "import/action" -> "import";
            case DATA_KEYS + "read" -> "get";
            case DATA_KEYS + "recover/action" -> "recover";
            case DATA_KEYS + "rotate/action" -> "rotate";
            case DATA_KEYS + "update/action" -> "update";
            case DATA_ROTATION + "read" -> "getrotationpolicy";
            default -> "setrotationpolicy";
        };
    }

    private static RequiredPermissions ofTarget(TargetRequest<?> request) {
        var rights = new LinkedHashSet<RequiredPermission>();
        var vaults = vaults(request);
        vaults.forEach(vault -> onVault(vault).stream()
                .filter(right -> right.occasion() != Occasion.PROTECT_VAULT || hasConsent(request, vault))
                .forEach(rights::add));
        vaults.forEach(vault -> onKey(request, vault).stream()
                .filter(right -> right.occasion() != Occasion.GRANT || grantsItself(request))
                .forEach(rights::add));
        if (request instanceof RotateKey rotate) {
            rights.addAll(ofRotation(rotate));
        }
        rights.addAll(onTarget(request));
        rights.addAll(onOthers(request));
        vaults.forEach(vault -> rights.addAll(advisory(request, vault)));
        return new RequiredPermissions(request.subject(), List.copyOf(rights));
    }

    /** A version is made, looked at and tagged at the vault itself. */
    private static List<RequiredPermission> ofRotation(RotateKey request) {
        var vault = request.vault().toString();
        var scope = request.vault().keyScope(request.newerThan().keyName()).toString();
        return Stream.of(DATA_KEYS + "rotate/action", DATA_KEYS + "read", DATA_KEYS + "update/action")
                .flatMap(action -> Stream.of(
                        byRole(scope, action, Occasion.CHANGE_KEY), byPolicy(vault, action, Occasion.CHANGE_KEY)))
                .toList();
    }

    private static List<VaultId> vaults(TargetRequest<?> request) {
        if (request instanceof EncryptionRequest encryption) {
            return List.of(encryption.vault());
        }
        return request instanceof AuthorizeCache authorize ? authorize.allowedVaults() : List.of();
    }

    private static boolean hasConsent(TargetRequest<?> request, VaultId vault) {
        var protection = request instanceof EncryptionRequest encryption
                ? Optional.of(encryption.vaultProtection())
                : request instanceof AuthorizeCache authorize
                        ? Optional.of(authorize.vaultProtection())
                        : Optional.<VaultProtection>empty();
        return protection
                .flatMap(VaultProtection::consent)
                .filter(consent -> consent.covers(vault))
                .isPresent();
    }

    private static boolean grantsItself(TargetRequest<?> request) {
        return !(request instanceof CreateRequest create)
                || create.authorizer().other().isEmpty();
    }

    /** The key's own scope. A waiting cache may refer to any key of the vault unless the request names one. */
    private static String keyScope(TargetRequest<?> request, VaultId vault) {
        if (request instanceof EncryptionRequest encryption) {
            return vault.keyScope(encryption.key().keyName()).toString();
        }
        return request instanceof AuthorizeCache authorize
                ? authorize
                        .key()
                        .map(KeyUrl::keyName)
                        .or(authorize::keyName)
                        .map(name -> vault.keyScope(name).toString())
                        .orElseGet(vault::toString)
                : vault.toString();
    }

    /** What is needed on a vault itself, the grant aside. */
    public static List<RequiredPermission> onVault(VaultId vault) {
        var scope = vault.toString();
        return List.of(
                control(scope, "Microsoft.KeyVault/vaults/read", Occasion.READ),
                control(scope, "Microsoft.KeyVault/vaults/keys/read", Occasion.READ),
                control(scope, "Microsoft.KeyVault/vaults/keys/versions/read", Occasion.READ),
                control(scope, WRITE_VAULT, Occasion.PROTECT_VAULT));
    }

    /** The action that gives an identity access to a key. */
    public static String grantAction(AccessModel model) {
        return model == AccessModel.RBAC ? WRITE_ASSIGNMENT : WRITE_POLICY;
    }

    /** What is needed on the resource, asked at its group. */
    public static List<RequiredPermission> onTarget(TargetRequest<?> request) {
        var scope = request.target().group().toString();
        var type = request.target().kind().resourceType();
        var rights = new ArrayList<RequiredPermission>(3);
        rights.add(control(scope, type + "/read", Occasion.READ));
        if (request instanceof CreateRequest create) {
            rights.add(control(scope, type + "/write", Occasion.CREATE));
            if (create.autoRotation()) {
                rights.add(control(scope, type + "/write", Occasion.SET_ROTATION));
            }
        }
        if (request instanceof ChangeKey || request instanceof RotateKey) {
            rights.add(control(scope, type + "/write", Occasion.CHANGE_KEY));
        }
        return rights;
    }

    private static List<RequiredPermission> onKey(TargetRequest<?> request, VaultId vault) {
        var scope = keyScope(request, vault);
        var readsRoles = control(scope, "Microsoft.Authorization/roleAssignments/read", Occasion.READ);
        var seesRights = control(scope, READ_PERMISSIONS, occasionToSeeRights(request));
        return List.of(
                only(AccessModel.RBAC, seesRights),
                only(AccessModel.RBAC, readsRoles),
                only(AccessModel.RBAC, control(scope, grantAction(AccessModel.RBAC), Occasion.GRANT)),
                only(
                        AccessModel.ACCESS_POLICY,
                        control(vault.toString(), grantAction(AccessModel.ACCESS_POLICY), Occasion.GRANT)),
                only(AccessModel.RBAC, fallBack(Plane.DATA, scope, "Microsoft.KeyVault/vaults/keys/read")),
                only(AccessModel.ACCESS_POLICY, fallBack(Plane.KEY_PERMISSION, vault.toString(), "get")));
    }

    private static List<RequiredPermission> onOthers(TargetRequest<?> request) {
        if (request instanceof ChangeKey || request instanceof RotateKey) {
            // Which identities the resource has only the resource tells; they can be in any group.
            return List.of(control("/subscriptions/" + request.target().subscription(), READ_IDENTITY, Occasion.READ));
        }
        if (!(request instanceof CreateRequest create)) {
            return List.of();
        }
        var rights = new ArrayList<RequiredPermission>();
        rights.add(control(
                create.subnet().toString(), "Microsoft.Network/virtualNetworks/subnets/join/action", Occasion.CREATE));
        for (var identity : create.identity().userAssigned()) {
            rights.add(control(identity.toString(), READ_IDENTITY, Occasion.READ));
            rights.add(control(
                    identity.toString(),
                    "Microsoft.ManagedIdentity/userAssignedIdentities/assign/action",
                    Occasion.CREATE));
        }
        return rights;
    }

    private static List<RequiredPermission> advisory(TargetRequest<?> request, VaultId vault) {
        var rights = new ArrayList<RequiredPermission>();
        rights.add(control(vault.toString(), READ_PERMISSIONS, occasionToSeeRights(request)));
        rights.add(advise(vault.toString(), "Microsoft.Authorization/locks/read"));
        rights.add(advise(request.target().group().toString(), READ_PERMISSIONS));
        var subscription = "/subscriptions/" + request.target().subscription();
        if (request instanceof CreateRequest create) {
            rights.add(advise(subscription, "Microsoft.StorageCache/locations/ascoperations/read"));
            rights.add(advise(subscription, "Microsoft.Resources/subscriptions/providers/read"));
            rights.add(advise(subscription, "Microsoft.StorageCache/skus/read"));
            rights.add(advise(subscription, "Microsoft.StorageCache/locations/usages/read"));
            rights.add(advise(
                    "/subscriptions/" + vault.subscription(), "Microsoft.KeyVault/locations/deletedVaults/read"));
            rights.add(advise(create.subnet().toString(), "Microsoft.Network/virtualNetworks/subnets/read"));
        }
        return rights;
    }

    /** Once a resource that waits exists its time runs, so it is not made before the right to grant was seen. */
    private static Occasion occasionToSeeRights(TargetRequest<?> request) {
        return request instanceof CreateRequest create && create.identity().hasSystemAssigned() && grantsItself(request)
                ? Occasion.READ
                : Occasion.ADVISE;
    }

    private static RequiredPermission advise(String scope, String action) {
        return control(scope, action, Occasion.ADVISE);
    }

    private static RequiredPermission fallBack(Plane plane, String scope, String action) {
        return new RequiredPermission(plane, scope, action, Occasion.FALL_BACK, Optional.empty());
    }

    private static RequiredPermission control(String scope, String action, Occasion occasion) {
        return new RequiredPermission(Plane.CONTROL, scope, action, occasion, Optional.empty());
    }

    private static RequiredPermission only(AccessModel model, RequiredPermission permission) {
        return new RequiredPermission(
                permission.plane(), permission.scope(), permission.action(), permission.occasion(), Optional.of(model));
    }
}
