package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.policy.Right.Occasion;
import io.github.hpccachecmk.core.policy.Right.Plane;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.CreateRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rights that a request needs, and no more: each action with the narrowest scope that does. Pure. By the operations of
 * Microsoft.KeyVault, Microsoft.StorageCache, Microsoft.Authorization, Microsoft.Network and Microsoft.ManagedIdentity.
 */
public final class RequiredRights {
    static final String WRITE_VAULT = "Microsoft.KeyVault/vaults/write";
    static final String WRITE_POLICY = "Microsoft.KeyVault/vaults/accessPolicies/write";
    static final String WRITE_ASSIGNMENT = "Microsoft.Authorization/roleAssignments/write";

    private static final String READ_PERMISSIONS = "Microsoft.Authorization/permissions/read";

    private RequiredRights() {}

    /**
     * All rights that the request can need on a vault of that access model, in the order of their use.
     *
     * @param request what is wanted
     * @param vault the vault that holds the key
     * @param key the key; of one without version the name counts
     * @param model how the vault gives access
     */
    public static List<Right> of(CmkRequest<?> request, VaultId vault, KeyUrl key, AccessModel model) {
        return Stream.of(
                        onVault(vault),
                        onKey(vault, key, model),
                        onTarget(request),
                        onOthers(request),
                        advisory(request, vault))
                .flatMap(List::stream)
                .toList();
    }

    static List<Right> onVault(VaultId vault) {
        var scope = vault.toString();
        return List.of(
                control(scope, "Microsoft.KeyVault/vaults/read", Occasion.READ),
                control(scope, "Microsoft.KeyVault/vaults/keys/read", Occasion.READ),
                control(scope, "Microsoft.KeyVault/vaults/keys/versions/read", Occasion.READ),
                control(scope, WRITE_VAULT, Occasion.PROTECT_VAULT));
    }

    static Right grant(String scope, AccessModel model) {
        return control(scope, grantAction(model), Occasion.GRANT);
    }

    static String grantAction(AccessModel model) {
        return model == AccessModel.RBAC ? WRITE_ASSIGNMENT : WRITE_POLICY;
    }

    static List<Right> onTarget(CmkRequest<?> request) {
        var scope = request.target().group().toString();
        var type = request.target().kind().resourceType();
        var rights = new ArrayList<Right>(3);
        rights.add(control(scope, type + "/read", Occasion.READ));
        if (request instanceof CreateRequest create) {
            rights.add(control(scope, type + "/write", Occasion.CREATE));
            if (create.autoRotation()) {
                rights.add(control(scope, type + "/write", Occasion.SET_ROTATION));
            }
        }
        return rights;
    }

    private static List<Right> onKey(VaultId vault, KeyUrl key, AccessModel model) {
        var scope = vault.keyScope(key.keyName()).toString();
        var read = new Right(Plane.DATA, scope, "Microsoft.KeyVault/vaults/keys/read", Occasion.FALL_BACK);
        return model == AccessModel.RBAC
                ? List.of(
                        control(scope, "Microsoft.Authorization/roleAssignments/read", Occasion.READ),
                        grant(scope, model),
                        read)
                : List.of(grant(vault.toString(), model), read);
    }

    private static List<Right> onOthers(CmkRequest<?> request) {
        if (!(request instanceof CreateRequest create)) {
            return List.of();
        }
        var rights = new ArrayList<Right>();
        rights.add(control(
                create.subnet().toString(), "Microsoft.Network/virtualNetworks/subnets/join/action", Occasion.CREATE));
        for (var identity : create.identity().userAssigned()) {
            var type = "Microsoft.ManagedIdentity/userAssignedIdentities/";
            rights.add(control(identity.toString(), type + "read", Occasion.READ));
            rights.add(control(identity.toString(), type + "assign/action", Occasion.CREATE));
        }
        return rights;
    }

    private static List<Right> advisory(CmkRequest<?> request, VaultId vault) {
        var rights = new ArrayList<Right>();
        rights.add(advise(vault.toString(), READ_PERMISSIONS));
        rights.add(advise(vault.toString(), "Microsoft.Authorization/locks/read"));
        rights.add(advise(request.target().group().toString(), READ_PERMISSIONS));
        if (request instanceof CreateRequest create) {
            var subscription = "/subscriptions/" + create.target().subscription();
            rights.add(advise(subscription, "Microsoft.Resources/subscriptions/providers/read"));
            rights.add(advise(subscription, "Microsoft.StorageCache/skus/read"));
            rights.add(advise(subscription, "Microsoft.StorageCache/locations/usages/read"));
            rights.add(advise(
                    "/subscriptions/" + vault.subscription(), "Microsoft.KeyVault/locations/deletedVaults/read"));
            rights.add(advise(create.subnet().toString(), "Microsoft.Network/virtualNetworks/subnets/read"));
        }
        return rights;
    }

    private static Right advise(String scope, String action) {
        return control(scope, action, Occasion.ADVISE);
    }

    private static Right control(String scope, String action, Occasion occasion) {
        return new Right(Plane.CONTROL, scope, action, occasion);
    }
}
