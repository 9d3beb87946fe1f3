package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.core.policy.PolicySettings;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.policy.Situation;
import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.port.TargetSpec;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.HealthState;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.MaintenanceWindow;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import io.github.hpccachecmk.request.CreateRequest;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A create whose resource is there and whose identity has access, to be changed in one member. */
final class FlowSketch {
    static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
    static final PrincipalId PRINCIPAL = PrincipalId.of("33333333-3333-3333-3333-333333333333");

    private static final String SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
    private static final VaultId VAULT = VaultId.of(SUBSCRIPTION, "render-rg", "contoso-cmk");
    private static final UserAssignedIdentityId IDENTITY =
            UserAssignedIdentityId.of(SUBSCRIPTION, "render-rg", "render-identity");
    private static final SubnetId SUBNET = SubnetId.of(SUBSCRIPTION, "render-rg", "net", "caches");
    private static final KeyUrl KEY =
            KeyUrl.parse("https://contoso-cmk.vault.azure.net/keys/cache-key/0123456789abcdef0123456789abcdef");
    private static final TenantId TENANT = TenantId.of("22222222-2222-2222-2222-222222222222");

    final CreateRequest request;
    Memory memory = Memory.none();
    boolean granted = true;
    ProvisioningState provisioning;
    HealthState health;
    Optional<String> healthText = Optional.empty();
    Optional<Instant> modified = Optional.empty();
    String location;
    String sku;
    List<UserAssignedIdentityId> identities;
    Map<String, Object> properties;

    private FlowSketch(CreateRequest request, ProvisioningState provisioning, HealthState health) {
        this.request = request;
        this.provisioning = provisioning;
        this.health = health;
        var spec = Specs.of(request);
        location = spec.location();
        sku = spec.sku();
        identities = spec.identity().userAssigned();
        properties = spec.properties();
    }

    /** A cache that waits for its key and has not noticed its grant. */
    static FlowSketch waitingCache() {
        var request = CreateEncryptedCache.builder()
                .cache(CacheId.of(SUBSCRIPTION, "render-rg", "render-cache"))
                .location("eastus")
                .sku("Standard_2G")
                .cacheSizeGb(3072)
                .subnet(SUBNET)
                .identity(ManagedIdentity.systemAssigned())
                .vault(VAULT)
                .key(KEY)
                .build();
        return new FlowSketch(request, ProvisioningState.CREATING, HealthState.WAITING_FOR_KEY);
    }

    /** A file system whose create failed, with everything that the create sends; nothing is remembered of who sent it. */
    static FlowSketch failedFileSystem() {
        return new FlowSketch(fileSystem().build(), ProvisioningState.FAILED, HealthState.UNKNOWN);
    }

    static CreateEncryptedFileSystem.Builder fileSystem() {
        return CreateEncryptedFileSystem.builder()
                .fileSystem(FileSystemId.of(SUBSCRIPTION, "render-rg", "render-fs"))
                .location("eastus")
                .sku("AMLFS-Durable-Premium-250")
                .storageCapacityTib(16)
                .addZone("1")
                .putTag("team", "render")
                .maintenanceWindow(new MaintenanceWindow(DayOfWeek.MONDAY, LocalTime.of(22, 30)))
                .subnet(SUBNET)
                .identity(ManagedIdentity.userAssigned(IDENTITY))
                .vault(VAULT)
                .key(KEY);
    }

    static TargetSpec specOf(CreateRequest request) {
        return Specs.of(request);
    }

    Facts factsButTarget() {
        var key = new KeySnapshot(
                KEY,
                "RSA",
                OptionalInt.of(2048),
                Set.of("wrapKey", "unwrapKey"),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return Facts.none()
                .with(new FactKey.Vault(VAULT), Optional.of(vault()), NOW)
                .with(new FactKey.NewestKey(VAULT, KEY.keyName()), Optional.of(key), NOW)
                .with(new FactKey.KeyVersion(VAULT, KEY.keyName(), KEY.version().orElseThrow()), Optional.of(key), NOW)
                .with(
                        new FactKey.Identity(IDENTITY),
                        Optional.of(new IdentitySnapshot(IDENTITY, PRINCIPAL, TENANT, Optional.empty())),
                        NOW);
    }

    Facts facts() {
        return factsButTarget().with(new FactKey.Target(request.target()), Optional.of(target()), NOW);
    }

    TargetView view() {
        return new TargetView(
                new Situation(request, facts(), NOW),
                memory,
                RuleCatalogue.standard(new PolicySettings(false)),
                new View.Stance(true, true),
                0.5);
    }

    private TargetSnapshot target() {
        var system = request.identity().hasSystemAssigned();
        return new TargetSnapshot(
                request.target(),
                Optional.of(location),
                Optional.of(sku),
                Optional.of(request.identity().kind().wireName()),
                system ? Optional.of(PRINCIPAL) : Optional.empty(),
                Optional.of(TENANT),
                identities,
                Optional.of(new EncryptionSettings(KEY, Optional.of(VAULT), Optional.empty())),
                Optional.of(provisioning),
                Optional.of(health),
                healthText,
                List.of(),
                Optional.of(NOW.minusSeconds(1800)),
                Optional.empty(),
                modified,
                Map.of(),
                Map.of("properties", properties));
    }

    private VaultSnapshot vault() {
        var policy = new AccessPolicy(TENANT, PRINCIPAL, Optional.empty(), Set.of("get", "wrapKey", "unwrapKey"));
        return new VaultSnapshot(
                VAULT,
                "eastus",
                Optional.of(TENANT),
                Optional.of("https://contoso-cmk.vault.azure.net/"),
                Optional.of("standard"),
                Optional.of(true),
                Optional.of(true),
                OptionalInt.of(90),
                AccessModel.ACCESS_POLICY,
                granted ? List.of(policy) : List.of(),
                Optional.of("Enabled"),
                Optional.empty(),
                Optional.empty(),
                Optional.of("Succeeded"),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
