package io.github.hpccachecmk.examples.readme;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import java.time.Duration;

/** Requests for HPC Cache. */
final class RenderCache {
    private RenderCache() {}

    static CreateEncryptedCache request(String subscription, VaultId vault, KeyUrl key) {
        // region cache
        CreateEncryptedCache request = CreateEncryptedCache.builder()
                .cache(CacheId.of(subscription, "render-rg", "render-cache"))
                .location("eastus")
                .sku("Standard_2G")
                .cacheSizeGb(3072)
                .subnet(SubnetId.of(subscription, "network-rg", "render-vnet", "cache"))
                .identity(ManagedIdentity.systemAssigned())
                .vault(vault)
                .key(key)
                .vaultProtection(VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(vault)))
                .build();
        // endregion
        return request;
    }

    static EncryptedResource authorize(CustomerManagedKeys keys, String subscription, VaultId vault)
            throws InterruptedException {
        // region authorize
        AuthorizeCache request = AuthorizeCache.builder()
                .cache(CacheId.of(subscription, "render-rg", "render-cache"))
                .addAllowedVault(vault) // a cache's own reference is somebody's input: no other vault is touched
                .build();
        EncryptedResource done = keys.begin(request).await(Duration.ofMinutes(90));
        // endregion
        return done;
    }
}
