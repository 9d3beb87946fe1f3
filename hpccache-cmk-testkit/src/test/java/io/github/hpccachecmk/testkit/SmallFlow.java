package io.github.hpccachecmk.testkit;

import io.github.hpccachecmk.CustomerManagedKeys;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import java.time.Duration;

/** A cache under a key, made by the flow. */
public final class SmallFlow {
    public static final String CACHE = "render-cache";
    public static final String VAULT = "contoso-cmk";
    public static final String KEY = "cache-key";

    private SmallFlow() {}

    public static void run(FakeAzure azure, CustomerManagedKeys keys) throws InterruptedException {
        azure.vault(VAULT).purgeProtection(true).withRsaKey(KEY, 2048);
        keys.begin(request(azure)).await(Duration.ofHours(2));
    }

    private static CreateEncryptedCache request(FakeAzure azure) {
        return CreateEncryptedCache.builder()
                .cache(CacheId.of(azure.subscription(), FakeAzure.DEFAULT_GROUP, CACHE))
                .location(FakeAzure.DEFAULT_LOCATION)
                .sku("Standard_2G")
                .cacheSizeGb(3072)
                .subnet(SubnetId.parse(azure.subnet()))
                .identity(ManagedIdentity.systemAssigned())
                .vault(VaultId.parse(azure.vault(VAULT).id()))
                .key(KeyUrl.parse(azure.keyUrl(VAULT, KEY)))
                .build();
    }
}
