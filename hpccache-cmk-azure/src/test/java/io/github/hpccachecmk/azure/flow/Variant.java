package io.github.hpccachecmk.azure.flow;

import io.github.hpccachecmk.core.port.PortOperation;
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
import io.github.hpccachecmk.report.EncryptedResource;
import io.github.hpccachecmk.request.AuthorizeCache;
import io.github.hpccachecmk.request.CmkRequest;
import io.github.hpccachecmk.request.CreateEncryptedCache;
import io.github.hpccachecmk.request.CreateEncryptedFileSystem;
import io.github.hpccachecmk.testkit.FakeAzure;
import io.github.hpccachecmk.testkit.TargetProbe;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;

/**
 * The variants of the main job: what is created or authorized, by which identity, on which vault; each with the remote
 * calls that it takes when all goes well, by operation, the advisory preflight and polls aside.
 */
enum Variant {
    CACHE_SYSTEM_POLICY(Target.CACHE, Who.SYSTEM, Model.POLICY, Vault.PROTECTED, Access.NONE),
    CACHE_SYSTEM_POLICY_UNPROTECTED(Target.CACHE, Who.SYSTEM, Model.POLICY, Vault.UNPROTECTED, Access.NONE),
    CACHE_SYSTEM_RBAC(Target.CACHE, Who.SYSTEM, Model.RBAC, Vault.PROTECTED, Access.NONE),
    CACHE_SYSTEM_RBAC_UNPROTECTED(Target.CACHE, Who.SYSTEM, Model.RBAC, Vault.UNPROTECTED, Access.NONE),
    CACHE_USER_POLICY(Target.CACHE, Who.USER, Model.POLICY, Vault.PROTECTED, Access.NONE),
    CACHE_USER_POLICY_GRANTED(Target.CACHE, Who.USER, Model.POLICY, Vault.PROTECTED, Access.GRANTED),
    CACHE_USER_RBAC(Target.CACHE, Who.USER, Model.RBAC, Vault.PROTECTED, Access.NONE),
    CACHE_USER_RBAC_GRANTED(Target.CACHE, Who.USER, Model.RBAC, Vault.PROTECTED, Access.GRANTED),
    CACHE_SYSTEM_POLICY_ROTATING(Target.ROTATING_CACHE, Who.SYSTEM, Model.POLICY, Vault.PROTECTED, Access.NONE),
    FILE_SYSTEM_POLICY(Target.FILE_SYSTEM, Who.USER, Model.POLICY, Vault.PROTECTED, Access.NONE),
    FILE_SYSTEM_POLICY_GRANTED(Target.FILE_SYSTEM, Who.USER, Model.POLICY, Vault.PROTECTED, Access.GRANTED),
    FILE_SYSTEM_RBAC(Target.FILE_SYSTEM, Who.USER, Model.RBAC, Vault.UNPROTECTED, Access.NONE),
    FILE_SYSTEM_RBAC_GRANTED(Target.FILE_SYSTEM, Who.USER, Model.RBAC, Vault.PROTECTED, Access.GRANTED),
    AUTHORIZE_POLICY(Target.WAITING_CACHE, Who.SYSTEM, Model.POLICY, Vault.PROTECTED, Access.NONE),
    AUTHORIZE_POLICY_UNPROTECTED(Target.WAITING_CACHE, Who.SYSTEM, Model.POLICY, Vault.UNPROTECTED, Access.NONE),
    AUTHORIZE_RBAC(Target.WAITING_CACHE, Who.SYSTEM, Model.RBAC, Vault.PROTECTED, Access.NONE);

    private enum Target {
        CACHE,
        ROTATING_CACHE,
        FILE_SYSTEM,
        WAITING_CACHE
    }

    private enum Who {
        SYSTEM,
        USER
    }

    private enum Model {
        POLICY,
        RBAC
    }

    private enum Vault {
        PROTECTED,
        UNPROTECTED
    }

    private enum Access {
        NONE,
        GRANTED
    }

    static final String VAULT = "contoso-cmk";
    static final String KEY = "cache-key";
    static final String NAME = "render";
    static final String IDENTITY = "render-identity";

    private final Target target;
    private final Who who;
    private final Model model;
    private final Vault vault;
    private final Access access;

    Variant(Target target, Who who, Model model, Vault vault, Access access) {
        this.target = target;
        this.who = who;
        this.model = model;
        this.vault = vault;
        this.access = access;
    }

    boolean isAuthorize() {
        return target == Target.WAITING_CACHE;
    }

    boolean isFileSystem() {
        return target == Target.FILE_SYSTEM;
    }

    boolean usesUserAssignedIdentity() {
        return who == Who.USER;
    }

    boolean isRbac() {
        return model == Model.RBAC;
    }

    /** A world in which the job can be done. */
    FakeAzure world(long seed) {
        var azure = FakeAzure.create(seed);
        var script = azure.vault(VAULT).withRsaKey(KEY, 2048).purgeProtection(true);
        if (isRbac()) {
            script.rbac();
        }
        if (who == Who.USER) {
            azure.identity(IDENTITY);
        }
        if (access == Access.GRANTED) {
            Worlds.grant(azure, azure.identity(IDENTITY).principalId());
        }
        Worlds.strangerHasAccess(azure);
        if (isAuthorize()) {
            Worlds.waitingCache(azure);
        }
        script.purgeProtection(vault == Vault.PROTECTED);
        return azure;
    }

    CmkRequest<EncryptedResource> request(FakeAzure azure) {
        var vaultId = VaultId.parse(azure.vault(VAULT).id());
        if (isAuthorize()) {
            return AuthorizeCache.builder()
                    .cache(CacheId.parse(azure.cache(NAME).id()))
                    .addAllowedVaults(vaultId)
                    .vaultProtection(VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(vaultId)))
                    .build();
        }
        return create(azure, vaultId);
    }

    /** The create; for a cache that waits, the one that somebody else sent. */
    CmkRequest<EncryptedResource> create(FakeAzure azure, VaultId vaultId) {
        var identity = who == Who.USER
                ? ManagedIdentity.userAssigned(
                        UserAssignedIdentityId.parse(azure.identity(IDENTITY).id()))
                : ManagedIdentity.systemAssigned();
        var key = KeyUrl.parse(azure.keyUrl(VAULT, KEY));
        var consent = VaultProtection.enableIfMissing(IrreversibleChange.purgeProtectionOf(vaultId));
        if (isFileSystem()) {
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
                    .vaultProtection(consent)
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
                .autoRotation(target == Target.ROTATING_CACHE)
                .vaultProtection(consent)
                .build();
    }

    TargetProbe target(FakeAzure azure) {
        return isFileSystem() ? azure.fileSystem(NAME) : azure.cache(NAME);
    }

    /** The walk of the job, call by call, when it starts from nothing and every change of the world is immediate. */
    Map<PortOperation, Integer> calls() {
        var calls = new EnumMap<PortOperation, Integer>(PortOperation.class);
        calls.put(PortOperation.GET_TARGET, 2);
        calls.put(PortOperation.GET_VAULT, 1);
        calls.put(PortOperation.GET_KEY, 1);
        if (!isAuthorize()) {
            calls.put(PortOperation.LIST_TARGETS, 1);
            calls.put(PortOperation.CREATE_TARGET, 1);
        }
        if (who == Who.USER) {
            calls.put(PortOperation.GET_IDENTITY, 1);
        }
        if (who == Who.USER && isRbac()) {
            calls.put(PortOperation.LIST_ROLE_ASSIGNMENTS, 1);
        }
        if (vault == Vault.UNPROTECTED) {
            calls.put(PortOperation.PROTECT_VAULT, 1);
        }
        if (access == Access.NONE) {
            calls.put(isRbac() ? PortOperation.CREATE_ROLE_ASSIGNMENT : PortOperation.ADD_ACCESS_POLICY, 1);
        }
        if (target == Target.ROTATING_CACHE) {
            calls.put(PortOperation.UPDATE_TARGET, 1);
            calls.put(PortOperation.GET_TARGET, 3);
        }
        if (isFileSystem() && access == Access.NONE) {
            // The settle window passes before the create: all that it stands on is looked at once more after it.
            calls.put(PortOperation.GET_TARGET, 3);
            calls.put(PortOperation.LIST_TARGETS, 2);
            calls.put(PortOperation.GET_VAULT, 2);
            calls.put(PortOperation.GET_KEY, 2);
            calls.put(PortOperation.GET_IDENTITY, 2);
            if (isRbac()) {
                calls.put(PortOperation.LIST_ROLE_ASSIGNMENTS, 2);
            }
        }
        return calls;
    }

    /** What it takes to see that all is done: reads only. */
    Map<PortOperation, Integer> callsAgain() {
        var calls = new EnumMap<PortOperation, Integer>(PortOperation.class);
        calls.put(PortOperation.GET_TARGET, 1);
        calls.put(PortOperation.GET_VAULT, 1);
        calls.put(PortOperation.GET_KEY, 1);
        if (isRbac()) {
            calls.put(PortOperation.LIST_ROLE_ASSIGNMENTS, 1);
        }
        if (who == Who.USER) {
            calls.put(PortOperation.GET_IDENTITY, 1);
        }
        return calls;
    }
}
