package io.github.hpccachecmk.core.picker;

import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.MaintenanceWindow;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import io.github.hpccachecmk.request.CreateRequest;
import io.github.hpccachecmk.request.PrepareVault;
import java.time.DayOfWeek;
import java.time.LocalTime;

/** Requests that somebody would make of a vault or key, as far as the rules about vaults and keys look at them. Pure. */
final class Supposed {
    private static final String NAME = "any";
    private static final String VERSION = "00000000000000000000000000000000";
    private static final TenantId TENANT = TenantId.of("00000000-0000-0000-0000-000000000000");

    private Supposed() {}

    /** The create of the target under some key of the vault, by somebody who consents to what has to be switched on. */
    static CreateRequest createUnder(VaultId vault, TargetId target, String location) {
        var subnet = SubnetId.of(target.subscription(), NAME, NAME, NAME);
        var key = KeyUrl.parse("https://" + vault.name() + ".vault.azure.net/keys/" + NAME + "/" + VERSION);
        var consent = VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(vault));
        return switch (target.kind()) {
            case HPC_CACHE ->
                CreateEncryptedCache.builder()
                        .cache(CacheId.parse(target.toString()))
                        .location(location)
                        .sku(NAME)
                        .cacheSizeGb(1)
                        .subnet(subnet)
                        .identity(ManagedIdentity.systemAssigned())
                        .vault(vault)
                        .key(key)
                        .vaultProtection(consent)
                        .build();
            case MANAGED_LUSTRE ->
                CreateEncryptedFileSystem.builder()
                        .fileSystem(FileSystemId.parse(target.toString()))
                        .location(location)
                        .sku(NAME)
                        .storageCapacityTib(1)
                        .addZone("1")
                        .maintenanceWindow(new MaintenanceWindow(DayOfWeek.SUNDAY, LocalTime.MIDNIGHT))
                        .subnet(subnet)
                        .identity(ManagedIdentity.userAssigned(
                                UserAssignedIdentityId.of(target.subscription(), NAME, NAME)))
                        .vault(vault)
                        .key(key)
                        .vaultProtection(consent)
                        .build();
        };
    }

    /** A request that would use the key as it is. */
    static PrepareVault useOf(VaultId vault, String keyName) {
        return PrepareVault.builder()
                .vault(vault)
                .location(NAME)
                .tenant(TENANT)
                .keyName(keyName)
                .build();
    }
}
