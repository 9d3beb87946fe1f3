package io.github.hpccachecmk.azure.flow;

import io.github.hpccachecmk.Hint;
import io.github.hpccachecmk.core.port.AccessPolicy;
import io.github.hpccachecmk.core.port.CallContext;
import io.github.hpccachecmk.core.port.RoleGrant;
import io.github.hpccachecmk.model.AccessModel;
import io.github.hpccachecmk.model.Authorizer;
import io.github.hpccachecmk.model.CacheId;
import io.github.hpccachecmk.model.KeyUrl;
import io.github.hpccachecmk.model.ManagedIdentity;
import io.github.hpccachecmk.model.PrincipalId;
import io.github.hpccachecmk.model.SubnetId;
import io.github.hpccachecmk.model.TenantId;
import io.github.hpccachecmk.model.VaultId;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.port.PortFace;
import io.github.hpccachecmk.testkit.world.WireRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What others did before the job begins. */
final class Worlds {
    static final PrincipalId STRANGER = PrincipalId.of("5742a6e2-0000-4000-8000-57a46e200001");

    private static final CallContext CONTEXT = new CallContext("0ther000-0000-4000-8000-000000000000");
    private static final String ENCRYPTION_USER = "e147488a-f6f5-4113-8e2d-b22465e65bf6";

    private Worlds() {}

    /** Gives a principal access to the key, in whichever way the vault goes by. */
    static void grantNow(FakeAzure azure, String principalId) {
        grant(azure, PrincipalId.of(principalId));
    }

    /** As {@link #grantNow}, long enough ago to be effective. */
    static void grant(FakeAzure azure, String principalId) {
        grantNow(azure, principalId);
        azure.advance(Duration.ofHours(1));
    }

    /** Somebody takes every role on a key away and gives it back at once. */
    static void renewAssignments(FakeAzure azure, String key) {
        var ports = PortFace.of(azure, FakeAzure.OWNER);
        var scope = VaultId.parse(azure.vault(Variant.VAULT).id()).keyScope(key);
        var principal = PrincipalId.of(azure.cache(Variant.NAME).principalId());
        for (var assignment : ports.access()
                .list(CONTEXT, scope, principal, Optional.empty())
                .value()
                .items()) {
            azure.call(WireRequest.arm("DELETE", assignment.id(), "2022-04-01", null, FakeAzure.OWNER));
            ports.access()
                    .assign(
                            CONTEXT,
                            new RoleGrant(
                                    scope,
                                    UUID.fromString(assignment
                                            .id()
                                            .substring(assignment.id().lastIndexOf('/') + 1)),
                                    principal,
                                    ENCRYPTION_USER));
        }
    }

    /** Somebody takes all assignments at the key away from the cache's own identity. */
    static void removeAssignments(FakeAzure azure, String key) {
        var scope = VaultId.parse(azure.vault(Variant.VAULT).id()).keyScope(key);
        var principal = PrincipalId.of(azure.cache(Variant.NAME).principalId());
        PortFace.of(azure, FakeAzure.OWNER)
                .access()
                .list(CONTEXT, scope, principal, Optional.empty())
                .value()
                .items()
                .forEach(assignment ->
                        azure.call(WireRequest.arm("DELETE", assignment.id(), "2022-04-01", null, FakeAzure.OWNER)));
    }

    /** Somebody else uses the same vault and must go on being able to. */
    static void strangerHasAccess(FakeAzure azure) {
        grant(azure, STRANGER);
        azure.advance(Duration.ofHours(1));
    }

    private static void grant(FakeAzure azure, PrincipalId principal) {
        var ports = PortFace.of(azure, FakeAzure.OWNER);
        var vault = VaultId.parse(azure.vault(Variant.VAULT).id());
        var found = ports.vaults().get(CONTEXT, vault).value().orElseThrow();
        if (found.accessModel() == AccessModel.RBAC) {
            ports.access()
                    .assign(
                            CONTEXT,
                            new RoleGrant(
                                    vault.keyScope(Variant.KEY),
                                    UUID.nameUUIDFromBytes(principal.toString().getBytes(StandardCharsets.UTF_8)),
                                    principal,
                                    ENCRYPTION_USER));
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
    }

    /** Somebody made a cache with a system-assigned identity and left it waiting. */
    static void waitingCache(FakeAzure azure) {
        var vault = VaultId.parse(azure.vault(Variant.VAULT).id());
        var request = CreateEncryptedCache.builder()
                .cache(CacheId.parse(azure.cache(Variant.NAME).id()))
                .location(FakeAzure.DEFAULT_LOCATION)
                .sku("Standard_2G")
                .cacheSizeGb(3072)
                .subnet(SubnetId.parse(azure.subnet()))
                .identity(ManagedIdentity.systemAssigned())
                .vault(vault)
                .key(KeyUrl.parse(azure.keyUrl(Variant.VAULT, Variant.KEY)))
                .authorizer(Authorizer.someoneElse("the vault's administrator"))
                .build();
        var keys = Face.PORTS.keys(azure);
        var hint = Hint.none();
        while (!azure.cache(Variant.NAME).exists()) {
            hint = keys.step(request, hint).hint();
        }
        azure.advance(Duration.ofMinutes(5));
        if (!azure.cache(Variant.NAME).health().equals("WaitingForKey")) {
            throw new IllegalStateException(
                    "the cache does not wait: " + azure.cache(Variant.NAME).document());
        }
    }
}
