package io.github.hpccachecmk.request;

import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.Authorizer;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.ExistingVault;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.KeyImport;
import io.github.hpccachecmk.model.KeyRotation;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.MaintenanceWindow;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.NetworkSettings;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultNetwork;
import io.github.hpccachecmk.model.VaultProtection;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.util.Optional;

/** Requests for the tests of this package; each call gives a new builder. */
final class SampleRequests {
    static final String SUBSCRIPTION = "11111111-2222-3333-4444-555555555555";
    static final String OTHER_SUBSCRIPTION = "99999999-2222-3333-4444-555555555555";
    static final String VERSION = "0123456789abcdef0123456789abcdef";
    static final VaultId VAULT = VaultId.of(SUBSCRIPTION, "vault-rg", "contoso-cmk");
    static final VaultId OTHER_VAULT = VaultId.of(SUBSCRIPTION, "vault-rg", "fabrikam-cmk");
    static final KeyUrl KEY = KeyUrl.parse("https://contoso-cmk.vault.azure.net/keys/cache-key/" + VERSION);
    static final KeyUrl OTHER_KEY = KeyUrl.parse("https://fabrikam-cmk.vault.azure.net/keys/cache-key/" + VERSION);
    static final CacheId CACHE = CacheId.of(SUBSCRIPTION, "render-rg", "render-cache");
    static final FileSystemId FILE_SYSTEM = FileSystemId.of(SUBSCRIPTION, "render-rg", "render-fs");
    static final SubnetId SUBNET = SubnetId.of(SUBSCRIPTION, "net-rg", "vnet", "storage");
    static final UserAssignedIdentityId IDENTITY = UserAssignedIdentityId.of(SUBSCRIPTION, "render-rg", "render-id");
    static final UserAssignedIdentityId SECOND_IDENTITY =
            UserAssignedIdentityId.of(SUBSCRIPTION, "render-rg", "second-id");
    static final MaintenanceWindow WINDOW = new MaintenanceWindow(DayOfWeek.FRIDAY, LocalTime.of(22, 30));
    static final PrincipalId PRINCIPAL = PrincipalId.of("77777777-2222-3333-4444-555555555555");
    static final TenantId TENANT = TenantId.of("22222222-2222-3333-4444-555555555555");
    static final VaultProtection CONSENT = VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(VAULT));

    private SampleRequests() {}

    /** Only what is required. */
    static CreateEncryptedCache.Builder cache() {
        return CreateEncryptedCache.builder()
                .cache(CACHE)
                .location("eastus")
                .sku("Standard_2G")
                .cacheSizeGb(3072)
                .subnet(SUBNET)
                .identity(ManagedIdentity.systemAssigned())
                .vault(VAULT)
                .key(KEY);
    }

    /** Every member set, to something other than its default. */
    static CreateEncryptedCache.Builder fullCache() {
        return cache().addZone("1")
                .putTag("team", "render")
                .putTag("cost center", "")
                .identity(ManagedIdentity.systemAndUserAssigned(IDENTITY, SECOND_IDENTITY))
                .vaultProtection(CONSENT)
                .authorizer(Authorizer.someoneElse("vault team"))
                .autoRotation(true)
                .tryDespiteRetirement(true)
                .expiryHorizon(Duration.ofDays(7))
                .settleWindow(Duration.ofMinutes(3))
                .network(NetworkSettings.builder()
                        .mtu(1400)
                        .addDnsServer("10.0.0.1")
                        .addDnsServer("10.0.0.2")
                        .dnsSearchDomain("contoso.example")
                        .ntpServer("ntp.contoso.example")
                        .build());
    }

    /** Only what is required. */
    static CreateEncryptedFileSystem.Builder fileSystem() {
        return CreateEncryptedFileSystem.builder()
                .fileSystem(FILE_SYSTEM)
                .location("eastus")
                .sku("AMLFS-Durable-Premium-250")
                .storageCapacityTib(16)
                .maintenanceWindow(WINDOW)
                .subnet(SUBNET)
                .identity(ManagedIdentity.userAssigned(IDENTITY))
                .vault(VAULT)
                .key(KEY);
    }

    /** Every member set, to something other than its default. */
    static CreateEncryptedFileSystem.Builder fullFileSystem() {
        return fileSystem()
                .storageCapacityTib(7.5)
                .addZone("2")
                .putTag("team", "render")
                .identity(ManagedIdentity.userAssigned(IDENTITY, SECOND_IDENTITY))
                .vaultProtection(CONSENT)
                .authorizer(Authorizer.someoneElse("vault team"))
                .expiryHorizon(Duration.ofDays(7))
                .settleWindow(Duration.ofMinutes(3));
    }

    /** Only what is required. */
    static PrepareVault.Builder prepare() {
        return PrepareVault.builder()
                .vault(VAULT)
                .location("eastus")
                .tenant(TENANT)
                .keyName("cache-key");
    }

    /** Every member set, to something other than its default. */
    static PrepareVault.Builder fullPrepare() {
        return prepare()
                .accessModel(AccessModel.ACCESS_POLICY)
                .retentionDays(30)
                .network(VaultNetwork.ALL_NETWORKS)
                .existing(ExistingVault.ADOPT)
                .vaultProtection(CONSENT)
                .keyImport(KeyImport.transferBlob("hsm-2026"))
                .keyExpires(Instant.parse("2027-01-01T00:00:00Z"))
                .keyRotation(new KeyRotation(Period.ofDays(90), Optional.of(Period.ofYears(1))))
                .putTag("team", "render")
                .settleWindow(Duration.ofMinutes(1));
    }

    static AuthorizeCache.Builder authorize() {
        return AuthorizeCache.builder().cache(CACHE).addAllowedVault(VAULT);
    }

    /** Every member set, to something other than its default. */
    static AuthorizeCache.Builder fullAuthorize() {
        return authorize()
                .addAllowedVault(OTHER_VAULT)
                .keyName("CACHE-KEY")
                .key(KEY)
                .vaultProtection(CONSENT)
                .settleWindow(Duration.ofMinutes(3));
    }

    static ChangeKey.Builder change() {
        return ChangeKey.builder().target(CACHE).vault(VAULT).key(KEY);
    }

    /** Every member set, to something other than its default. */
    static ChangeKey.Builder fullChange() {
        return change().autoRotation(true).vaultProtection(CONSENT).settleWindow(Duration.ofMinutes(3));
    }

    static RotateKey.Builder rotate() {
        return RotateKey.builder().target(CACHE).vault(VAULT).newerThan(KEY);
    }

    /** Every member set, to something other than its default. */
    static RotateKey.Builder fullRotate() {
        return rotate().vaultProtection(CONSENT).settleWindow(Duration.ofMinutes(3));
    }

    static SetRotationPolicy.Builder rotationPolicy() {
        return SetRotationPolicy.builder().vault(VAULT).keyName("cache-key");
    }

    /** Every member set, to something other than its default. */
    static SetRotationPolicy.Builder fullRotationPolicy() {
        return rotationPolicy()
                .rotation(new KeyRotation(Period.ofDays(90), Optional.of(Period.ofYears(1))))
                .settleWindow(Duration.ofMinutes(1));
    }

    static SetKeyVersionEnabled.Builder switchOn() {
        return SetKeyVersionEnabled.builder().vault(VAULT).version(KEY).enabled(true);
    }

    /** Every member set, to something other than its default. */
    static SetKeyVersionEnabled.Builder switchOff() {
        return switchOn().enabled(false).consent(KEY).addChecked(CACHE).settleWindow(Duration.ofMinutes(1));
    }

    static RevokeGrant.Builder revoke() {
        return RevokeGrant.builder().vault(VAULT).keyName("cache-key").principal(PRINCIPAL);
    }

    /** Every member set, to something other than its default. */
    static RevokeGrant.Builder fullRevoke() {
        return revoke().consent(PRINCIPAL)
                .addSubscription("22222222-2222-2222-2222-222222222222")
                .settleWindow(Duration.ofMinutes(1));
    }

    static RecoverKey.Builder recover() {
        return RecoverKey.builder().vault(VAULT).keyName("cache-key");
    }
}
