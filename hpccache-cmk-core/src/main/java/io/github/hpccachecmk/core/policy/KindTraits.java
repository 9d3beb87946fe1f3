package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.model.TargetKind;

/**
 * What the rules need to know of a kind of target beyond the kind's own table.
 *
 * @param asksForRbac whether the service's article asks for a vault with Azure RBAC
 * @param documentsBypass whether the service's article says that it passes a vault's firewall as a trusted service, with
 *     public access enabled
 * @param usageName the name of the kind's quota
 * @param sku the member of the SKU list that names the kind
 */
record KindTraits(boolean asksForRbac, boolean documentsBypass, String usageName, String sku) {
    private static final KindTraits HPC_CACHE = new KindTraits(false, false, "Cache", "caches");
    private static final KindTraits MANAGED_LUSTRE = new KindTraits(true, true, "AmlFilesystem", "amlFilesystems");

    static KindTraits of(TargetKind kind) {
        return switch (kind) {
            case HPC_CACHE -> HPC_CACHE;
            case MANAGED_LUSTRE -> MANAGED_LUSTRE;
        };
    }
}
