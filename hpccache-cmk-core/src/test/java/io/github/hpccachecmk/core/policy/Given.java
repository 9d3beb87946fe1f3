package io.github.hpccachecmk.core.policy;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.MaintenanceWindow;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.report.Finding;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import io.github.hpccachecmk.request.PrepareVault;
import io.github.hpccachecmk.request.TargetRequest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** What the rules' tests start from: requests, ids, and a situation that one fact after the other is added to. */
public final class Given {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    public static final String SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
    public static final VaultId VAULT = VaultId.of(SUBSCRIPTION, "keys-rg", "contoso-cmk");
    public static final String OLD = "0123456789abcdef0123456789abcdef";
    public static final String NEW = "fedcba9876543210fedcba9876543210";
    public static final KeyUrl KEY = KeyUrl.parse("https://contoso-cmk.vault.azure.net/keys/cache-key/" + OLD);
    public static final CacheId CACHE = CacheId.of(SUBSCRIPTION, "render-rg", "render-cache");
    public static final FileSystemId FILE_SYSTEM = FileSystemId.of(SUBSCRIPTION, "render-rg", "scratch");
    public static final SubnetId SUBNET = SubnetId.of(SUBSCRIPTION, "net-rg", "vnet", "caches");
    public static final UserAssignedIdentityId IDENTITY =
            UserAssignedIdentityId.of(SUBSCRIPTION, "id-rg", "cmk-reader");
    public static final TenantId TENANT = TenantId.of("22222222-2222-2222-2222-222222222222");
    public static final TenantId OTHER_TENANT = TenantId.of("33333333-3333-3333-3333-333333333333");
    public static final PrincipalId PRINCIPAL = PrincipalId.of("44444444-4444-4444-4444-444444444444");
    public static final VaultProtection CONSENT =
            VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(VAULT));

    private final CmkRequest<?> request;
    private final Facts facts;

    private Given(CmkRequest<?> request, Facts facts) {
        this.request = request;
        this.facts = facts;
    }

    static Given request(CmkRequest<?> request) {
        return new Given(request, Facts.none());
    }

    public static CreateEncryptedCache.Builder cacheBuilder() {
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

    public static CreateEncryptedCache cache() {
        return cacheBuilder().build();
    }

    public static CreateEncryptedCache cacheWithIdentity() {
        return cacheBuilder().identity(ManagedIdentity.userAssigned(IDENTITY)).build();
    }

    public static CreateEncryptedFileSystem.Builder fileSystemBuilder() {
        return CreateEncryptedFileSystem.builder()
                .fileSystem(FILE_SYSTEM)
                .location("eastus")
                .sku("AMLFS-Durable-Premium-250")
                .storageCapacityTib(16)
                .maintenanceWindow(new MaintenanceWindow(DayOfWeek.SUNDAY, LocalTime.of(3, 0)))
                .subnet(SUBNET)
                .identity(ManagedIdentity.userAssigned(IDENTITY))
                .vault(VAULT)
                .key(KEY);
    }

    public static CreateEncryptedFileSystem fileSystem() {
        return fileSystemBuilder().build();
    }

    public static AuthorizeCache authorize() {
        return AuthorizeCache.builder().cache(CACHE).addAllowedVault(VAULT).build();
    }

    public static PrepareVault.Builder prepareBuilder() {
        return PrepareVault.builder()
                .vault(VAULT)
                .location("eastus")
                .tenant(TENANT)
                .keyName("cache-key");
    }

    <T> Given with(FactKey<T> key, T value) {
        return new Given(request, facts.with(key, value, NOW));
    }

    Given with(VaultSnapshot vault) {
        return with(new FactKey.Vault(VAULT), Optional.of(vault));
    }

    Given withoutVault() {
        return with(new FactKey.Vault(VAULT), Optional.empty());
    }

    /** The key's newest version, and what the request asks for unless another is given too. */
    Given with(KeySnapshot newest) {
        return with(new FactKey.NewestKey(VAULT, "cache-key"), Optional.of(newest));
    }

    Given withOld(KeySnapshot version) {
        return with(new FactKey.KeyVersion(VAULT, "cache-key", OLD), Optional.of(version));
    }

    Given with(TargetSnapshot target) {
        return with(new FactKey.Target(((TargetRequest<?>) request).target()), Optional.of(target));
    }

    Given withFailure(FactKey<?> key, RemoteFailure failure) {
        return new Given(request, facts.withFailure(key, failure));
    }

    Situation situation() {
        return new Situation(request, facts, NOW);
    }

    List<Finding> judgedBy(Rule rule) {
        return rule.judge(situation());
    }

    static RemoteFailure refused(PortOperation operation) {
        return failure(operation, 403, "AuthorizationFailed", "The client has no right");
    }

    static RemoteFailure failure(PortOperation operation, int status, String code, String message) {
        return new RemoteFailure(
                operation,
                "/scope",
                RemoteFailure.Delivery.ANSWERED,
                status,
                code,
                message,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                NOW);
    }
}
