package io.github.hpccachecmk.testkit.search;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.OperationOptions;
import io.github.hpccachecmk.core.flow.FlowState;
import io.github.hpccachecmk.core.flow.Jitter;
import io.github.hpccachecmk.core.flow.Passes;
import io.github.hpccachecmk.core.policy.PolicySettings;
import io.github.hpccachecmk.core.policy.RuleCatalogue;
import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.RoleGrant;
import io.github.hpccachecmk.model.Authorizer;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.FileSystemId;
import io.github.hpccachecmk.model.IrreversibleChange;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.MaintenanceWindow;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.TargetId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.UserAssignedIdentityId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.model.VaultProtection;
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.report.Plan;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.ChangeKey;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.TargetProbe;
import io.github.hpccachecmk.testkit.port.PortFace;
import io.github.hpccachecmk.testkit.search.Sketch.Found;
import io.github.hpccachecmk.testkit.search.Sketch.Grant;
import io.github.hpccachecmk.testkit.search.Sketch.Guard;
import io.github.hpccachecmk.testkit.search.Sketch.Job;
import io.github.hpccachecmk.testkit.search.Sketch.Model;
import io.github.hpccachecmk.testkit.search.Sketch.Who;
import io.github.hpccachecmk.testkit.world.Timing;
import io.github.hpccachecmk.testkit.world.World;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Builds the world of a sketch, and what is asked for in it. */
final class Scenery {
    static final String VAULT = "contoso-cmk";
    static final String OTHER_VAULT = "contoso-other";
    static final String KEY = "cache-key";
    static final String OTHER_KEY = "other-key";
    static final String NAME = "render";
    static final PrincipalId STRANGER = PrincipalId.of("5742a6e2-0000-4000-8000-57a46e200001");

    /** The rules of a world in which caches can still be made. */
    static final RuleCatalogue RULES = RuleCatalogue.standard(new PolicySettings(false));

    private static final CallContext CONTEXT = new CallContext("0ther000-0000-4000-8000-000000000000");
    private static final UUID SOMEBODYS = UUID.fromString("50000000-0000-4000-8000-000000000001");
    private static final UUID STRANGERS = UUID.fromString("50000000-0000-4000-8000-000000000002");

    private final Sketch sketch;
    private final FakeAzure azure;

    private Scenery(Sketch sketch, long seed) {
        this.sketch = sketch;
        this.azure = FakeAzure.create(seed).timing(Timing.immediate());
    }

    /** The start of a search, in which changes come as {@code timing} says. */
    static Start start(Sketch sketch, Timing timing) {
        var scenery = new Scenery(sketch, 1);
        scenery.build();
        scenery.azure.timing(timing);
        return scenery.start();
    }

    /** An Azure for a life in it, and the start that it is in. */
    static Stage stage(Sketch sketch, long seed, Timing timing) {
        var scenery = new Scenery(sketch, seed);
        scenery.build();
        scenery.azure.timing(timing);
        return new Stage(scenery.azure, scenery.start());
    }

    /** An Azure of its own that goes on from a start. */
    static Stage stage(Start start) {
        var azure = FakeAzure.create(1);
        azure.advance(Duration.between(azure.now(), start.now()));
        azure.thirdParty(world -> start.world());
        return new Stage(azure, start);
    }

    /** A start with the Azure that it lives in. */
    record Stage(FakeAzure azure, Start start) {}

    private Start start() {
        var requests = requests();
        var passes = passes();
        Optional<Plan> approved =
                sketch.isApproved() ? Optional.of(passes.plan(requests.get(0), azure.now())) : Optional.empty();
        return new Start(
                sketch,
                azure.world(),
                azure.now(),
                requests,
                approved,
                World.canonical(target().id()),
                World.canonical(azure.vault(VAULT).id()),
                sketch.who() == Who.USER
                        ? World.canonical(azure.identity("render-identity").id())
                        : "");
    }

    private void build() {
        var vault = azure.vault(VAULT)
                .withRsaKey(KEY, 2048)
                .withRsaKey(OTHER_KEY, 2048)
                .purgeProtection(true);
        azure.vault(OTHER_VAULT).purgeProtection(false);
        if (sketch.model() == Model.RBAC) {
            vault.rbac();
        }
        if (sketch.who() == Who.USER) {
            azure.identity("render-identity");
        }
        grant(STRANGER, STRANGERS);
        make();
        if (sketch.grant() != Grant.NONE && sketch.found() == Found.ABSENT) {
            grant(PrincipalId.of(azure.identity("render-identity").principalId()), nameOfGrant());
        }
        azure.advance(
                switch (sketch.left()) {
                    case FAR -> sketch.found() == Found.WAITING ? Duration.ofMinutes(3) : Duration.ofHours(3);
                    case NEAR -> Duration.ofMinutes(88);
                    case PAST -> Duration.ofMinutes(95);
                });
        switch (sketch.key()) {
            case USABLE -> vault.keyEnabled(KEY, true);
            case DISABLED -> vault.keyEnabled(KEY, false);
            case EXPIRED ->
                vault.keyDates(KEY, Optional.empty(), Optional.of(azure.now().minusSeconds(3600)));
            case NEWER -> vault.withNewVersion(KEY);
        }
        vault.purgeProtection(sketch.guard() == Guard.PROTECTED);
    }

    private UUID nameOfGrant() {
        return sketch.grant() == Grant.BY_SOMEBODY
                ? SOMEBODYS
                : UUID.fromString("50000000-0000-4000-8000-000000000003");
    }

    private void make() {
        switch (sketch.found()) {
            case ABSENT -> {}
            case WAITING -> {
                run(create(KEY, Authorizer.someoneElse("the vault's administrator")), true);
            }
            case HEALTHY -> run(create(KEY, Authorizer.thisCaller()), false);
            case FAILED -> {
                run(create(KEY, Authorizer.thisCaller()), false);
                target().fail("AscInternalError", "Please grant get, wrap and unwrap key permissions to the identity.");
                if (sketch.grant() == Grant.NONE) {
                    azure.thirdParty(world -> Interference.withoutGrants(world, start(), azure.now()));
                }
            }
        }
    }

    private void run(CmkRequest<EncryptedResource> request, boolean untilItExists) {
        var passes = passes();
        var state = FlowState.start(Hint.none());
        for (int pass = 0; pass < 200; pass++) {
            var outcome = passes.run(request, state, OperationOptions.defaults(), azure.now());
            state = outcome.state();
            var again = outcome.result().lookAgainAt();
            if (untilItExists ? target().exists() : again.isEmpty() && target().isHealthy()) {
                return;
            }
            if (again.isEmpty()) {
                break;
            }
            azure.advance(Duration.between(azure.now(), again.get()));
        }
        throw new IllegalStateException(sketch + " cannot be built");
    }

    private Passes passes() {
        return new Passes(PortFace.of(azure, FakeAzure.OWNER), RULES, Jitter.none());
    }

    private TargetProbe target() {
        return sketch.job().isFileSystem() ? azure.fileSystem(NAME) : azure.cache(NAME);
    }

    private List<CmkRequest<EncryptedResource>> requests() {
        var first = sketch.job().isChange()
                ? change()
                : sketch.job() == Job.AUTHORIZE ? authorize() : create(KEY, Authorizer.thisCaller());
        return switch (sketch.rival()) {
            case NONE -> List.of(first);
            case SAME_REQUEST -> List.of(first, first);
            case OTHER_KEY -> List.of(first, create(OTHER_KEY, Authorizer.thisCaller()));
        };
    }

    private VaultProtection protection() {
        var vault = sketch.guard() == Guard.CONSENT_ELSEWHERE ? OTHER_VAULT : VAULT;
        return VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(
                VaultId.parse(azure.vault(vault).id())));
    }

    private CmkRequest<EncryptedResource> change() {
        return ChangeKey.builder()
                .target(TargetId.parse(target().id()))
                .vault(VaultId.parse(azure.vault(VAULT).id()))
                .key(KeyUrl.parse(azure.keyUrl(VAULT, OTHER_KEY)))
                .vaultProtection(protection())
                .build();
    }

    private CmkRequest<EncryptedResource> authorize() {
        return AuthorizeCache.builder()
                .cache(CacheId.parse(azure.cache(NAME).id()))
                .addAllowedVaults(VaultId.parse(azure.vault(VAULT).id()))
                .addAllowedVaults(VaultId.parse(azure.vault(OTHER_VAULT).id()))
                .vaultProtection(protection())
                .build();
    }

    private CmkRequest<EncryptedResource> create(String keyName, Authorizer authorizer) {
        var vault = azure.vault(VAULT);
        var vaultId = VaultId.parse(vault.id());
        // The version that the key had first, so that a newer one is one too many.
        var key = KeyUrl.parse(vault.keyUrlWithoutVersion(keyName) + "/"
                + vault.versions(keyName).get(0));
        var identity = sketch.who() == Who.USER
                ? ManagedIdentity.userAssigned(UserAssignedIdentityId.parse(
                        azure.identity("render-identity").id()))
                : ManagedIdentity.systemAssigned();
        if (sketch.job().isFileSystem()) {
            return CreateEncryptedFileSystem.builder()
                    .fileSystem(FileSystemId.parse(azure.fileSystem(NAME).id()))
                    .location(FakeAzure.DEFAULT_LOCATION)
                    .sku("AMLFS-Durable-Premium-250")
                    .storageCapacityTib(8)
                    .addZones("1")
                    .maintenanceWindow(new MaintenanceWindow(DayOfWeek.FRIDAY, LocalTime.of(22, 0)))
                    .subnet(SubnetId.parse(azure.subnet()))
                    .identity(identity)
                    .vault(vaultId)
                    .key(key)
                    .vaultProtection(protection())
                    .authorizer(authorizer)
                    .build();
        }
        return CreateEncryptedCache.builder()
                .cache(CacheId.parse(azure.cache(NAME).id()))
                .location(FakeAzure.DEFAULT_LOCATION)
                .sku("Standard_2G")
                .cacheSizeGb(3072)
                .subnet(SubnetId.parse(azure.subnet()))
                .identity(identity)
                .vault(vaultId)
                .key(key)
                .autoRotation(sketch.job() == Job.ROTATING_CACHE)
                .vaultProtection(
                        sketch.guard() == Guard.CONSENT_ELSEWHERE ? VaultProtection.requireAlreadyOn() : protection())
                .authorizer(authorizer)
                .build();
    }

    private void grant(PrincipalId principal, UUID name) {
        var ports = PortFace.of(azure, FakeAzure.OWNER);
        var vault = VaultId.parse(azure.vault(VAULT).id());
        if (sketch.model() == Model.RBAC) {
            ports.access().assign(CONTEXT, new RoleGrant(vault.keyScope(KEY), name, principal, Truth.ENCRYPTION_USER));
        } else {
            ports.vaults()
                    .addAccessPolicy(
                            CONTEXT,
                            vault,
                            new AccessPolicy(
                                    TenantId.of(azure.tenant()),
                                    principal,
                                    Optional.empty(),
                                    Set.of("get", "wrapKey", "unwrapKey")));
        }
        azure.advance(Duration.ofHours(1));
    }
}
