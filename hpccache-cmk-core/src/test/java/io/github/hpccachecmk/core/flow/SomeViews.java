package io.github.hpccachecmk.core.flow;

import io.github.hpccachecmk.core.fact.FactKey;
import io.github.hpccachecmk.core.fact.Facts;
import io.github.hpccachecmk.core.failure.FailureClassifier;
import io.github.hpccachecmk.core.policy.KeyAccess;
import io.github.hpccachecmk.core.policy.PolicySettings;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.policy.Situation;
import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.EncryptionSettings;
import io.github.hpccachecmk.core.port.IdentitySnapshot;
import io.github.hpccachecmk.core.port.KeySnapshot;
import io.github.hpccachecmk.core.port.OperationStatus;
import io.github.hpccachecmk.core.port.OperationUrl;
import io.github.hpccachecmk.core.port.PortOperation;
import io.github.hpccachecmk.core.port.RemoteFailure;
import io.github.hpccachecmk.core.port.RoleAssignment;
import io.github.hpccachecmk.core.port.TargetSnapshot;
import io.github.hpccachecmk.core.port.VaultSnapshot;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.Authorizer;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.HealthState;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.MaintenanceWindow;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.ProvisioningState;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.report.Phase;
import io.github.hpccachecmk.report.WriteKind;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import io.github.hpccachecmk.request.TargetRequest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/** Any request with any knowledge, however contradictory, drawn from one source of chance. */
final class SomeViews {
    private static final Instant NOW = Instant.parse("2026-01-15T10:00:00Z");
    private static final String SUBSCRIPTION = "11111111-1111-1111-1111-111111111111";
    private static final VaultId VAULT = VaultId.of(SUBSCRIPTION, "render-rg", "contoso-cmk");
    private static final UserAssignedIdentityId IDENTITY =
            UserAssignedIdentityId.of(SUBSCRIPTION, "render-rg", "render-identity");
    private static final KeyUrl KEY =
            KeyUrl.parse("https://contoso-cmk.vault.azure.net/keys/cache-key/0123456789abcdef0123456789abcdef");
    private static final TenantId TENANT = TenantId.of("22222222-2222-2222-2222-222222222222");
    private static final OperationUrl OPERATION = new OperationUrl("https://management.azure.com/op?t=1");

    private final Random random;
    /** How seldom things are odd: some views are wild, others nearly as they should be. */
    private final int calm;

    private SomeViews(Random random) {
        this.random = random;
        this.calm = one(1, 3, 20);
    }

    static TargetView any(Random random) {
        return new SomeViews(random).view();
    }

    private TargetView view() {
        var request = request();
        return new TargetView(
                new Situation(request, facts(request), NOW),
                memory(),
                RuleCatalogue.standard(new PolicySettings(random.nextBoolean())),
                new View.Stance(random.nextBoolean(), random.nextBoolean()),
                random.nextDouble());
    }

    private TargetRequest<?> request() {
        var subnet = SubnetId.of(SUBSCRIPTION, "render-rg", "net", "caches");
        var protection = random.nextBoolean()
                ? VaultProtection.requireAlreadyOn()
                : VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(VAULT));
        return switch (random.nextInt(3)) {
            case 0 -> {
                var builder = CreateEncryptedCache.builder();
                builder.cache(CacheId.of(SUBSCRIPTION, "render-rg", "render-cache"))
                        .location("eastus")
                        .sku("Standard_2G")
                        .cacheSizeGb(3072)
                        .subnet(subnet)
                        .identity(one(
                                ManagedIdentity.systemAssigned(),
                                ManagedIdentity.userAssigned(IDENTITY),
                                ManagedIdentity.systemAndUserAssigned(IDENTITY)))
                        .vault(VAULT)
                        .key(KEY)
                        .autoRotation(random.nextBoolean())
                        .authorizer(random.nextBoolean() ? Authorizer.thisCaller() : Authorizer.someoneElse("Ops"))
                        .vaultProtection(protection);
                yield builder.build();
            }
            case 1 -> {
                var builder = CreateEncryptedFileSystem.builder();
                builder.fileSystem(FileSystemId.of(SUBSCRIPTION, "render-rg", "render-fs"))
                        .location("eastus")
                        .sku("AMLFS-Durable-Premium-250")
                        .storageCapacityTib(16)
                        .maintenanceWindow(new MaintenanceWindow(DayOfWeek.MONDAY, LocalTime.of(22, 30)))
                        .subnet(subnet)
                        .identity(ManagedIdentity.userAssigned(IDENTITY))
                        .vault(VAULT)
                        .key(KEY)
                        .authorizer(random.nextBoolean() ? Authorizer.thisCaller() : Authorizer.someoneElse("Ops"))
                        .vaultProtection(protection);
                yield builder.build();
            }
            default -> {
                var builder = AuthorizeCache.builder();
                builder.cache(CacheId.of(SUBSCRIPTION, "render-rg", "render-cache"))
                        .addAllowedVaults(VAULT)
                        .vaultProtection(protection);
                yield builder.build();
            }
        };
    }

    private Facts facts(TargetRequest<?> request) {
        var target = request.target();
        var facts = Facts.none();
        facts = maybe(
                facts,
                new FactKey.Target(target),
                () -> random.nextBoolean() ? Optional.empty() : Optional.of(target(target)));
        facts = maybe(
                facts, new FactKey.TargetsInGroup(target.kind(), target.group()), () -> some(() -> target(target)));
        facts = maybe(facts, new FactKey.Vault(VAULT), () -> orEmpty(this::vault));
        facts = maybe(facts, new FactKey.NewestKey(VAULT, "cache-key"), () -> orEmpty(() -> key(anyKey())));
        facts = maybe(
                facts,
                new FactKey.KeyVersion(VAULT, "cache-key", KEY.version().orElseThrow()),
                () -> orEmpty(() -> key(KEY)));
        facts = maybe(facts, new FactKey.DataPlaneKey(KEY), () -> orEmpty(() -> key(KEY)));
        facts = maybe(facts, new FactKey.Identity(IDENTITY), () -> orEmpty(this::identity));
        for (var principal : List.of(principal(0), principal(1), principal(2))) {
            facts = maybe(
                    facts,
                    new FactKey.Assignments(VAULT.keyScope("cache-key"), principal),
                    () -> some(() -> assignment(principal)));
        }
        return maybe(
                facts,
                new FactKey.OperationOutcome(OPERATION),
                () -> new OperationStatus("Failed", one("", "AscInternalError", "KeyVaultAccessForbidden"), "words"));
    }

    private <T> Facts maybe(Facts facts, FactKey<T> key, Supplier<T> value) {
        return switch (random.nextInt(6 * calm)) {
            case 0 -> facts;
            case 1 -> facts.withFailure(key, failure());
            default -> facts.with(key, value.get(), time());
        };
    }

    private TargetSnapshot target(TargetId id) {
        return new TargetSnapshot(
                id,
                Optional.of("eastus"),
                Optional.empty(),
                orEmpty(() -> one("SystemAssigned", "UserAssigned", "systemassigned, userassigned")),
                orEmpty(() -> principal(random.nextInt(3))),
                orEmpty(() -> TENANT),
                some(() -> IDENTITY),
                orEmpty(() -> new EncryptionSettings(anyKey(), orEmpty(() -> VAULT), orEmpty(random::nextBoolean))),
                orEmpty(() -> ProvisioningState.of(
                        one("Succeeded", "Failed", "Creating", "Deleting", "Canceled", "Brewing"))),
                orEmpty(() -> HealthState.of(
                        one("Healthy", "Available", "WaitingForKey", "Degraded", "Unknown", "Stopped", "Odd"))),
                orEmpty(() -> "some words"),
                List.of(),
                orEmpty(this::time),
                Optional.empty(),
                orEmpty(this::time),
                Map.of(),
                usually(Map.of(), oddDocument()));
    }

    private static Map<String, Object> oddDocument() {
        var key = Map.of("keyUrl", "https://contoso.managedhsm.azure.net/keys/cache-key");
        return Map.of("properties", Map.of("encryptionSettings", Map.of("keyEncryptionKey", key)));
    }

    private VaultSnapshot vault() {
        return new VaultSnapshot(
                VAULT,
                usually("eastus", "westus2"),
                Optional.of(TENANT),
                Optional.of("https://contoso-cmk.vault.azure.net/"),
                Optional.of("standard"),
                usually(Optional.of(true), Optional.of(false), Optional.empty()),
                usually(Optional.of(true), Optional.of(false), Optional.empty()),
                random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(7),
                one(AccessModel.values()),
                some(() -> new AccessPolicy(
                        TENANT,
                        principal(random.nextInt(3)),
                        Optional.empty(),
                        one(Set.of("get"), Set.of("get", "wrapKey", "unwrapKey"), Set.of("all")))),
                Optional.of("Enabled"),
                orEmpty(() -> usually("Allow", "Deny")),
                orEmpty(() -> one("AzureServices", "None")),
                Optional.of("Succeeded"),
                orEmpty(this::time),
                orEmpty(this::time),
                Map.of());
    }

    private KeySnapshot key(KeyUrl url) {
        return new KeySnapshot(
                url,
                usually("RSA", "RSA-HSM", "EC"),
                usually(OptionalInt.of(2048), OptionalInt.of(3072), OptionalInt.empty()),
                usually(Set.of("wrapKey", "unwrapKey"), Set.of("sign")),
                usually(true, false),
                orEmpty(this::time),
                usually(Optional.<Instant>empty(), Optional.of(time())),
                orEmpty(this::time));
    }

    private KeyUrl anyKey() {
        return usually(
                KEY,
                KEY.withVersion("fedcba9876543210fedcba9876543210"),
                KeyUrl.parse("https://other-vault.vault.azure.net/keys/cache-key/0123456789abcdef0123456789abcdef"));
    }

    private IdentitySnapshot identity() {
        return new IdentitySnapshot(IDENTITY, principal(random.nextInt(3)), TENANT, orEmpty(this::time));
    }

    private RoleAssignment assignment(PrincipalId principal) {
        return new RoleAssignment(
                "/assignment",
                one(VAULT.keyScope("cache-key").toString(), VAULT.toString(), "/", "/elsewhere"),
                principal,
                one(KeyAccess.ENCRYPTION_USER, "b24988ac-6180-42a0-ab88-20f7382dd24c"),
                orEmpty(() -> "a condition"),
                orEmpty(this::time));
    }

    private Memory memory() {
        var memory = Memory.none()
                .with()
                .targetSeenAt(orEmpty(this::time))
                .createSentAt(orEmpty(this::time))
                .absentSince(orEmpty(this::time))
                .systemPrincipal(orEmpty(() -> principal(random.nextInt(3))))
                .lookAtGrants(random.nextBoolean())
                .answerOnly(random.nextInt(4) == 0)
                .rotationTries(random.nextInt(5))
                .resends(random.nextInt(5))
                .troubleSince(orEmpty(this::time))
                .operation(orEmpty(() -> OPERATION))
                .phase(one(Phase.STARTING, Phase.SETTING_ROTATION, Phase.ACTION_NEEDED))
                .phaseSince(orEmpty(this::time));
        for (var model : AccessModel.values()) {
            if (random.nextBoolean()) {
                memory.putGrants(new Memory.GrantKey(model, principal(random.nextInt(3))), time());
            }
        }
        return memory.setback(orEmpty(() -> new Setback(
                        one(WriteKind.values()),
                        FailureClassifier.classify(failure()),
                        random.nextInt(5),
                        time(),
                        NOW.plusSeconds(random.nextInt(3) - 1))))
                .build();
    }

    private RemoteFailure failure() {
        return new RemoteFailure(
                one(PortOperation.values()),
                VAULT.toString(),
                one(RemoteFailure.Delivery.values()),
                one(0, 400, 401, 403, 404, 409, 429, 500, 503),
                one("", "Conflict", "AuthorizationFailed", "RoleAssignmentExists", "PrincipalNotFound"),
                "words",
                List.of(),
                orEmpty(() -> Duration.ofSeconds(random.nextInt(100))),
                Optional.empty(),
                time());
    }

    /** Half of what happened was in the last quarter of an hour, where the windows are. */
    private Instant time() {
        return NOW.minusSeconds(random.nextInt(random.nextBoolean() ? 900 : 3 * 3600));
    }

    private static PrincipalId principal(int number) {
        return PrincipalId.of("3333333%d-3333-3333-3333-333333333333".formatted(number));
    }

    private <T> Optional<T> orEmpty(Supplier<T> value) {
        return random.nextInt(4 * calm) == 0 ? Optional.empty() : Optional.of(value.get());
    }

    private <T> List<T> some(Supplier<T> value) {
        var list = new ArrayList<T>();
        for (int i = random.nextInt(3); i > 0; i--) {
            list.add(value.get());
        }
        return List.copyOf(list);
    }

    @SafeVarargs
    private <T> T usually(T good, T... odd) {
        return random.nextInt(2 * calm) == 0 ? odd[random.nextInt(odd.length)] : good;
    }

    @SafeVarargs
    private <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
