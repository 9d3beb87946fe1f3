package io.github.hpccachecmk.examples;

import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.MaintenanceWindow;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import io.github.hpccachecmk.request.CreateRequest;
import io.github.hpccachecmk.testkit.FakeAzure;
import java.time.DayOfWeek;
import java.time.LocalTime;

/** What is to be created in the Azure in memory. */
final class FakeRequest {
    static final String VAULT = "contoso-cmk";
    static final String KEY = "render-key";
    static final String IDENTITY = "render-identity";

    private FakeRequest() {}

    static CreateRequest cache(FakeAzure azure, boolean userAssigned) {
        var vault = VaultId.parse(azure.vault(VAULT).id());
        return CreateEncryptedCache.builder()
                .cache(CacheId.of(azure.subscription(), FakeAzure.DEFAULT_GROUP, "render-cache"))
                .location(FakeAzure.DEFAULT_LOCATION)
                .sku("Standard_2G")
                .cacheSizeGb(3072)
                .subnet(SubnetId.parse(azure.subnet()))
                .identity(userAssigned ? userAssigned(azure) : ManagedIdentity.systemAssigned())
                .vault(vault)
                .key(KeyUrl.parse(azure.keyUrl(VAULT, KEY)))
                .vaultProtection(VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(vault)))
                .build();
    }

    static CreateRequest fileSystem(FakeAzure azure) {
        var vault = VaultId.parse(azure.vault(VAULT).id());
        return CreateEncryptedFileSystem.builder()
                .fileSystem(FileSystemId.of(azure.subscription(), FakeAzure.DEFAULT_GROUP, "render-scratch"))
                .location(FakeAzure.DEFAULT_LOCATION)
                .sku("AMLFS-Durable-Premium-250")
                .storageCapacityTib(8)
                .addZone("1")
                .maintenanceWindow(new MaintenanceWindow(DayOfWeek.SUNDAY, LocalTime.of(22, 30)))
                .subnet(SubnetId.parse(azure.subnet("lustre", "10.3.1.0/24")))
                .identity(userAssigned(azure))
                .vault(vault)
                .key(KeyUrl.parse(azure.keyUrl(VAULT, KEY)))
                .vaultProtection(VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(vault)))
                .build();
    }

    private static ManagedIdentity userAssigned(FakeAzure azure) {
        return ManagedIdentity.userAssigned(
                UserAssignedIdentityId.parse(azure.identity(IDENTITY).id()));
    }
}
